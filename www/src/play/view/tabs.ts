import { element } from '../../view/elements'
import type { Tool } from '../tools/tool'

export interface Tabs {
  /** Shows or hides the tab of a tool. */
  offer(id: string, offered: boolean): void
  /** Opens the tab of a tool; false if it is not offered. */
  open(id: string): boolean
}

/** A tab for each tool (`tab-…`) with its panel (`tool-…`); the arrow keys go from one to the next. */
export function installTabs(tools: readonly Tool[], onTool: (tool: Tool) => void): Tabs {
  let selected = tools[0]
  const tab = (tool: Tool) => element(`tab-${tool.id}`, HTMLButtonElement)

  function choose(tool: Tool): void {
    selected = tool
    for (const each of tools) {
      const isSelected = each === tool
      tab(each).setAttribute('aria-selected', String(isSelected))
      tab(each).tabIndex = isSelected ? 0 : -1
      element(`tool-${each.id}`).hidden = !isSelected
    }
    onTool(tool)
  }

  for (const tool of tools) {
    tab(tool).addEventListener('click', () => {
      choose(tool)
    })
    tab(tool).addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
      if (step === 0) return
      const offered = tools.filter((each) => !tab(each).hidden)
      const next = offered[(offered.indexOf(tool) + step + offered.length) % offered.length]
      if (!next) return
      choose(next)
      tab(next).focus()
    })
  }
  return {
    open(id) {
      const tool = tools.find((each) => each.id === id)
      if (!tool || tab(tool).hidden) return false
      if (tool !== selected) choose(tool)
      return true
    },
    offer(id, offered) {
      const tool = tools.find((each) => each.id === id)
      const [first] = tools
      if (!tool || !first) return
      tab(tool).hidden = !offered
      if (!offered && selected === tool) choose(first)
    },
  }
}
