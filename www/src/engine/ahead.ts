/**
 * Works on items before they are asked for, and gives the results in the order of the items: at most
 * `count` at once, and no more than `weight` together but for one alone.
 */
export async function* ahead<Item, Result>(
  items: readonly Item[],
  limits: { count: number; weight: number },
  weightOf: (item: Item) => number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<[Item, Result]> {
  const begun: Promise<Result>[] = []
  let weight = 0
  for (const [index, item] of items.entries()) {
    for (const next of items.slice(index + begun.length, index + limits.count)) {
      if (begun.length > 0 && weight + weightOf(next) > limits.weight) break
      weight += weightOf(next)
      begun.push(work(next))
    }
    const result = await begun.shift()
    weight -= weightOf(item)
    yield [item, result as Result]
  }
}
