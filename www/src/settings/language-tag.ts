// uPlot hands the browser's language to Intl while it is imported, and Intl throws where that is no
// language tag: "C", as in a system without a locale. So this is imported before it.
try {
  new Intl.NumberFormat(navigator.language)
} catch {
  Object.defineProperty(navigator, 'language', { configurable: true, value: 'en' })
}
