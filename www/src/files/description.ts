/** As much of a file as tells what its JSON is about. */
const START = 65_536

/** Whether a JSON file describes a model of Keras or TensorFlow.js, and is no recipe. */
export async function describesModel(file: Blob): Promise<boolean> {
  const start = await file.slice(0, START).text()
  return /"(modelTopology|class_name)"/.test(start)
}
