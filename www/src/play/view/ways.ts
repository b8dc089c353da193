import type { Desk } from '../desk'
import { BoardTool } from '../tools/board'
import { ClassesTool } from '../tools/classes'
import { CoordinatesTool } from '../tools/coordinates'
import { DirectionsTool } from '../tools/directions'
import { InterpolationTool } from '../tools/interpolation'
import { NeighboursTool } from '../tools/neighbours'
import { StylesTool } from '../tools/styles'
import { WalkTool } from '../tools/walk'
import { Stage } from './stage'
import { installTabs } from './tabs'

/** The ways through the latent space, of which the stage shows one. */
export interface Ways {
  readonly stage: Stage
  /** Their names, as an address has them. */
  readonly names: readonly string[]
  /** Shows one; false if the generator has no such way. */
  open(name: string): boolean
}

/** `onChange` hears of a change of what is shown. */
export function installWays(
  desk: Desk,
  { onChange, onError }: { onChange: () => void; onError: (thrown: unknown) => void },
): Ways {
  const tools = [
    new InterpolationTool(desk),
    new WalkTool(desk),
    new DirectionsTool(desk),
    new BoardTool(desk),
    new NeighboursTool(desk),
    new ClassesTool(desk),
    new CoordinatesTool(desk),
    new StylesTool(desk),
  ] as const
  const stage = new Stage(desk, tools[0], { onChange, onError })
  for (const tool of tools) {
    tool.onChange = () => {
      if (stage.tool !== tool) return
      stage.refresh()
      onChange()
    }
  }
  const tabs = installTabs(tools, (tool) => {
    stage.show(tool)
    onChange()
  })
  desk.on(['model'], () => {
    tabs.offer('classes', (desk.model?.labels.length ?? 0) > 1)
    tabs.offer('styles', (desk.model?.generator.styleLayers ?? 0) > 0)
  })
  return { stage, names: tools.map(({ id }) => id), open: (name) => tabs.open(name) }
}
