/** What the engine says, by its English, in the order of the sources. */
export const zh: Readonly<Record<string, string>> = {
  // src/data/batches.rs
  '{len} images in batches of {batch} are too many: the limit is {most}.':
    '批量大小为 {batch} 时，{len} 张图像过多：上限为 {most} 张。',

  // src/data/idx/mod.rs
  'The {part} of “{name}” {problem}.': '“{name}”的{part}：{problem}。',

  // src/data/images/options.rs
  'Images cannot be {what} {width} × {height} pixels: each side must be 1 to {most}.':
    '无法将图像{what} {width} × {height} 像素：每边应为 1 到 {most}。',
  'Images cannot have {other} channels; they have 1 (grey), 3 (RGB) or 4 (RGBA).':
    '图像不能有 {other} 个通道；应为 1（灰度）、3（RGB）或 4（RGBA）。',

  // src/data/mod.rs
  '{names}: {why}.': '{names}：{why}。',

  // src/data/parts.rs
  'The first {count} images of “{name}” were asked for; it must be 1 to {has}.':
    '要求使用“{name}”的前 {count} 张图像；应为 1 到 {has} 张。',
  '{count} of the {has} images of “{name}” were to be held out; it must be 1 to {most}.':
    '要从“{name}”中留出 {count} 张图像；其全部 {has} 张中可留出 1 到 {most} 张。',

  // src/device.rs
  'The graphics device was lost, as after a driver reset; start again. It said: {why}':
    '图形设备已丢失（例如驱动程序被重置），请重新开始。设备消息：{why}',
  'The device did not deliver its results. It said: {why}': '设备没有返回结果。设备消息：{why}',

  // src/generation.rs
  "The generator {name} has batch normalisations folded into other layers: to draw by the batch's statistics, open the file that training wrote.":
    '生成器 {name} 的批归一化已并入其他层：要使用批的统计量，需要训练时写出的文件。',
  'The generator {name} has no batch normalisation, so there are no statistics of the batch to draw by.':
    '生成器 {name} 没有批归一化，因此没有可用于绘制的批统计量。',
  "Drawing by the batch's statistics takes at least 2 images.":
    '单张图像没有可用于绘制的批统计量：至少需要 2 张图像。',

  // src/import/mod.rs
  'No file was given to import.': '没有指定要导入的文件。',
  '“{name}” cannot be imported: {why}.': '无法导入“{name}”：{why}。',

  // src/import/statement.rs
  '“{name}” does not describe a generator: {why}.': '“{name}”不是对生成器的描述：{why}。',

  // src/inference/affine.rs
  'would take {memory} numbers of working memory; the most is {most}':
    '需要存放 {memory} 个数的工作内存；上限为 {most} 个',

  // src/inference/buffers.rs
  'There is not enough memory for {length} numbers: draw fewer images at once.':
    '内存不足以存放 {length} 个数：请减少一次绘制的图像。',

  // src/inference/generator.rs
  'Layer {number} of the generator ({kind}) {why}.': '生成器的第 {number} 层（{kind}）{why}。',
  '{count} times {length} numbers were asked for at once; the most is {most}.':
    '一次要求了 {count} × {length} 个数；上限为 {most} 个。',

  // src/inference/mod.rs
  'The generator draws images that are not finite.': '生成器绘制的图像含有非有限值。',

  // src/javascript/grid.rs
  'A picture of {rows} rows of {columns} images would take {bytes} bytes; the most is {most}.':
    '{rows} 行、每行 {columns} 张图像的图片需要 {bytes} 字节；上限为 {most} 字节。',

  // src/javascript/latent.rs
  'The seed is {value}; it must be a whole number, 0 to {most}.':
    '随机种子为 {value}；应为 0 到 {most} 之间的整数。',

  // src/latent/code.rs
  '“{text}” is no latent: expected a seed and a sample, as 7.12, or z and the numbers that were copied; a class may follow, as :3.':
    '“{text}”不是潜向量：应为随机种子和样本（如 7.12），或 z 和复制的数；其后可以加上类别（如 :3）。',
  'The latent has {found} dimensions; this generator takes {dimension}.':
    '潜向量有 {found} 维；此生成器需要 {dimension} 维。',

  // src/latent/directions.rs
  "The first layer's weights have no principal directions.": '第一层的权重没有主方向。',

  // src/latent/path.rs
  'A path needs at least 2 latents; found {count}.': '路径至少需要 2 个潜向量；现有 {count} 个。',
  "A path's latents have {dimension} and {other} dimensions; expected the same.":
    '路径上的潜向量有 {dimension} 维的，也有 {other} 维的；维数应相同。',

  // src/latent/space.rs
  'Class {label} was asked for; the generator has the classes 0 to {last}.':
    '指定了类别 {label}；此生成器的类别为 0 到 {last}。',
  '{latents} numbers were given as latents; expected {count} × {dimension}.':
    '作为潜向量给出了 {latents} 个数；应为 {count} × {dimension} 个。',
  'A latent holds {number} at place {place}; expected a finite number.':
    '潜向量在位置 {place} 处为 {number}；应为有限的数。',
  '{classes} numbers were given as weights of classes; expected {count} × {known}, all finite.':
    '作为类别的权重给出了 {classes} 个数；应为 {count} × {known} 个有限的数。',
  'The latent has {dimension} dimensions; directions are worked out for up to {most}.':
    '潜向量有 {dimension} 维；最多只能为 {most} 维计算方向。',
  'Latents of this generator have {dimension} numbers each; found {latents}.':
    '此生成器的潜向量有 {dimension} 个数；现有 {latents} 个。',
  '{count} latents of {dimension} numbers were asked for at once; the most is {most} numbers.':
    '一次要求了 {count} 个潜向量，每个 {dimension} 个数；上限共为 {most} 个数。',
  '{count} images were asked for; it must be 1 to {most}.':
    '要求了 {count} 张图像；应为 1 到 {most} 张。',

  // src/network/weights.rs
  'The device delivered other than f32: {error}.': '设备返回的不是 f32：{error}。',

  // src/recipe/objective.rs
  "The critic's clip is {clip}; it must be above 0.": '评判器的权重不能裁剪到 ±{clip}。',
  "The gradient penalty's weight is {weight}; it must be 0 or more.":
    '梯度惩罚的权重为 {weight}；应不小于 0。',
  "The discriminator's targets are {real} for real and {fake} for generated images; both must be 0 to 1, the first not below the second.":
    '判别器的目标值：真实图像为 {real}，生成的图像为 {fake}；两者都应在 0 到 1 之间，且前者较大。',
  'Label smoothing ({real} and {fake}) needs an objective with labels: non-saturating, minimax or least-squares.':
    '标签平滑（{real} 和 {fake}）需要使用标签的目标函数：non-saturating、minimax 或 least-squares。',

  // src/recipe/optimiser.rs
  "The {network}'s optimiser has the {name} {value}; it must be {range}.":
    '{network}的优化器中 {name} 为 {value}；应为{range}。',

  // src/recipe/plan.rs
  'The recipe cannot be read: {error}.': '无法读取配方：{error}。',
  "The recipe's networks compute {activations} numbers for each sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.":
    '配方的网络为每个样本计算 {activations} 个数；批量大小为 {batch} 时超过 {most} 个：请减小批量大小或宽度。',
  'up to {wanted}': '最大 {wanted}',
  'The recipe {name} needs images of {wanted}, but {data} has {found}.':
    '配方 {name} 需要的图像：{wanted}；{data} 的图像：{found}。',
  "The recipe's average is {average}; it must be at least 0 and below 1.":
    '配方的平均系数（average）为 {average}；应不小于 0 且小于 1。',
  'Layer {number} of the discriminator ({kind}) {why}.': '判别器的第 {number} 层（{kind}）{why}。',
  'is one too many: the losses take logits and have the sigmoid in them':
    '是多余的：损失以 logit 为输入，其中已包含 sigmoid',
  "makes an image's score depend on the rest of its batch, but the gradient penalty needs the gradient of each image's own score (Gulrajani et al. 2017, section 4): leave it out or take layer-norm":
    '使一张图像的评分受同批其他图像影响，而梯度惩罚需要每张图像自身评分的梯度（Gulrajani et al. 2017，第 4 节）：请去掉它，或改用 layer-norm',
  'makes a different random network of every pass, but the gradient penalty needs the gradient of the one that scores: leave it out':
    '每次计算都会随机得到另一个网络，而梯度惩罚需要给出评分的那个网络的梯度：请去掉它',
  "The recipe's images have {channels} channels; 1 (grey), 3 (RGB) and 4 (RGBA) can be shown.":
    '配方的图像有 {channels} 个通道；可以显示的是 1（灰度）、3（RGB）和 4（RGBA）。',
  "The recipe's latents cannot be drawn from {distribution}.":
    '配方的潜向量无法从 {distribution} 中抽取。',
  'The {name} ends (layer {layers}, {last}) with {output}, but the recipe needs {wanted}.':
    '{name}的最后一层（第 {layers} 层，{last}）输出 {output}，但配方需要 {wanted}。',
  '{height}×{width} with {channels} channels': '{height}×{width}（{channels} 个通道）',
  "The recipe's {what} is {value}; it must be {least} to {most}.":
    '配方的{what}为 {value}；应为 {least} 到 {most}。',

  // src/recipe/presets.rs
  'There is no recipe “{name}”; did you mean {near}? The recipes are {list}.':
    '没有名为“{name}”的配方；是否指 {near}？现有的配方：{list}。',
  'There is no recipe “{name}”; the recipes are {list}.':
    '没有名为“{name}”的配方；现有的配方：{list}。',

  // src/recipe/real_penalty.rs
  'The penalty at real images has weight {gamma}, once every {every} steps; the weight must be 0 or more, the interval 1 to {most}.':
    '真实图像上的惩罚权重为 {gamma}，每 {every} 步一次；权重应不小于 0，步数应为 1 到 {most}。',

  // src/recipe/schedule.rs
  "The recipe's number of {what} updates is {value}; it must be 1 to {most}.":
    '配方每步的更新次数（{what}）为 {value}；应为 1 到 {most}。',
  "The recipe's warm-up repeats every 0 steps; that number must be 1 or more, or left out.":
    '配方的预热每 0 步重复一次；应不小于 1，或者省略。',

  // src/spec/infer.rs
  'The {name} has {count} layers; it needs 1 to {most}.':
    '{name}有 {count} 层；应为 1 到 {most} 层。',
  'Layer {number} of the {name} ({kind}) gets {shape}: {why}.':
    '{name}的第 {number} 层（{kind}），输入为 {shape}：{why}。',
  'it brings the network to {parameters} weights; the most is {most}':
    '网络的权重因此达到 {parameters} 个；上限为 {most} 个',
  'it makes {output}; a sample may have 1 to {most} numbers':
    '输出为 {output}；一个样本可以有 1 到 {most} 个数',

  // src/spec/layout.rs
  '{source} hold {name} twice.': '{source}：{name} 重复出现。',
  '{source} hold {name} as {found}; expected {expected}.':
    '{source}：{name} 为 {found}；应为 {expected}。',
  '{source} lack {name}; expected it as {expected}.': '{source}：缺少 {name}；应为 {expected}。',
  '{source} hold {name} ({dims}), which the network does not have.':
    '{source}：网络中没有 {name}（{dims}）。',
  '{source} hold {values} numbers for {name}; expected {dims}.':
    '{source}：{name} 有 {values} 个数；应为 {dims}。',
  '{source} hold {number} in {name}, at place {place}; expected {expected}.':
    '{source}：{name} 在位置 {place} 处为 {number}；应为 {expected}。',

  // src/spec/padding.rs
  'a kernel of {kernel} does not fit into {padded} pixels (padding included)':
    '大小为 {kernel} 的卷积核放不进 {padded} 像素（含填充）',
  'at stride {stride}, {input} pixels become {least} to {most} pixels, not {output}':
    '步幅为 {stride} 时，{input} 像素可变为 {least} 到 {most} 像素，不能变为 {output}',
  'cutting {before} and {after} pixels off {full} leaves none':
    '去掉填充 {before} 和 {after} 后，{full} 像素一个不剩',
  'it makes {least} to {most} pixels, not {output}':
    '输出为 {least} 到 {most} 像素，不能为 {output}',

  // src/spec/rules.rs
  '{channels}×{height}×{width} would need {wanted} numbers, not {input}':
    '{channels}×{height}×{width} 需要 {wanted} 个数，而不是 {input} 个',
  'a factor of {factor} is not 1 to 16': '倍数 {factor} 应在 1 到 16 之间',
  'a momentum of {momentum} is not 0 to 1': '动量 {momentum} 应在 0 到 1 之间',
  'a scale deviation of {scale_deviation} is not a finite number of 0 or more':
    '缩放系数的标准差 {scale_deviation} 应为不小于 0 的有限的数',
  'a rate of {rate} is not at least 0 and below 1': '比率 {rate} 应不小于 0 且小于 1',
  'the recipe says no number of classes': '配方没有写明类别的数量',
  'a slope of {slope} is not finite': '斜率 {slope} 应为有限的数',
  'a size of {size} at width {wide} for images of {channels}×{height}×{width} is not 1 to 2^20':
    '宽度为 {wide}、图像为 {channels}×{height}×{width} 时，大小 {size} 应在 1 到 2^20 之间',
  'a {what} of {value} is not 1 to {most}': '{what} {value} 应在 1 到 {most} 之间',
  'padding of {side} is more than {most}': '填充 {side} 超过了 {most}',
  'padding of {sides} is more than {most}': '填充 {sides} 超过了 {most}',
  'it needs a vector; put a flatten before it': '此层需要向量，请在前面加上 flatten',
  'it needs an image; put a reshape before it': '此层需要图像，请在前面加上 reshape',
  'an epsilon of {epsilon} is not above 0': 'epsilon {epsilon} 应大于 0',

  // src/training/metrics.rs
  'the losses are no longer finite (discriminator {d_loss}, generator {g_loss})':
    '损失已不是有限值（判别器 {d_loss}，生成器 {g_loss}）',
  'the {name} is no longer finite': '{name} 已不是有限值',
  'At step {step} {what}: training has diverged; try lower learning rates.':
    '第 {step} 步：{what}。训练已发散，请尝试更低的学习率。',

  // src/training/optimiser/mod.rs
  "The optimiser's tensor {name} is missing.": '缺少优化器的张量 {name}。',
  "The optimiser's tensor {name} has {values} numbers; its weight has {length}.":
    '优化器的张量 {name} 有 {values} 个数；对应的权重有 {length} 个。',
  "The optimiser's tensor {name} belongs to no weight.": '优化器的张量 {name} 不对应任何权重。',

  // src/training/samples.rs
  'A sample grid of {columns}×{rows} images was asked for; it must have 1 to {most}.':
    '要求样本网格有 {columns}×{rows} 张图像；应为 1 到 {most} 张。',
  'the generated images are no longer finite': '生成的图像已不是有限值',

  // src/training/state.rs
  'The tensor {name} is no part of a training.': '张量 {name} 不属于训练。',

  // src/web/adapter.rs
  'This browser has no WebGPU.': '此浏览器没有 WebGPU。',
  'WebGPU needs a secure page: open this one by https:// or from localhost.':
    'WebGPU 需要安全的页面：请通过 https:// 或 localhost 打开此页面。',
  'This browser has WebGPU, but found no graphics adapter for it.':
    '此浏览器有 WebGPU，但没有找到可用的图形适配器。',

  // src/web/animation.rs
  'A GIF of {side} pixels a side was asked for; it must be 1 to {most}.':
    '要求的 GIF 边长为 {side} 像素；应为 1 到 {most} 像素。',
  'The frames of a GIF have one size.': 'GIF 的各帧应大小相同。',
  'The GIF could not be written: {error}.': '无法写出 GIF：{error}。',

  // src/web/backend.rs
  'There is no backend {other}; the backends are auto, webgpu and cpu.':
    '没有后端 {other}；可用的后端为 auto、webgpu 和 cpu。',
  'The only WebGPU adapter here is a software one ({name}), slower than the CPU backend.':
    '这里唯一的 WebGPU 适配器由软件实现（{name}），比 CPU 后端更慢。',
  'WebGPU did not answer within {seconds} seconds.':
    '请求了 WebGPU，但它没有在 {seconds} 秒内响应。',
  'WebGPU could not be opened: {error}.': '无法打开 WebGPU：{error}。',

  // src/web/images.rs
  'These are no options for images: {error}.': '这些不是图像的选项：{error}。',
  'This set of images is finished already.': '这组图像已经完成。',

  // src/web/watch.rs
  'The graphics device refused a command, so its results cannot be trusted; choose the CPU backend. It said: {why}':
    '图形设备拒绝了一条命令，因此其结果不可信；请选择 CPU 后端。设备消息：{why}',

  // src/weights/checkpoint.rs
  'The checkpoint was made with {data}; these {count} images of {other} are not the same.':
    '检查点是用 {data} 制作的；{other} 的这 {count} 张图像与之不同。',

  // src/weights/encoding.rs
  'Weights cannot be kept as “{name}”; expected f32, f16 or i8.':
    '权重不能保存为“{name}”；应为 f32、f16 或 i8。',

  // src/weights/file.rs
  'The weights could not be written: {error}.': '无法写出权重：{error}。',
  'The header could not be written: {error}.': '无法写出文件头：{error}。',
  '“{name}” is too large: expected at most {limit} bytes, found {bytes}.':
    '“{name}”过大：最多应为 {limit} 字节，实际为 {bytes} 字节。',
  '“{name}” is not a whole safetensors file: {error}.':
    '“{name}”不是完整的 safetensors 文件：{error}。',
  '“{name}” was not written by Ganvas: expected the metadata entry “{entry}”, found none.':
    '“{name}”不是由 Ganvas 写出的：元数据中没有“{entry}”一项。',
  'The header of “{name}” cannot be read: {error}.': '无法读取“{name}”的文件头：{error}。',
  '“{name}” is a {found_kind}; expected a {kind}.': '“{name}”是{found_kind}；应为{kind}。',
  'The header of “{name}” has version {found}; this Ganvas reads up to {version}.':
    '“{name}”的文件头版本为 {found}；此版 Ganvas 最高能读取 {version}。',
  'The networks in the header of “{name}” are not valid. {why}':
    '“{name}”文件头中的网络前后不一致。{why}',
  '{source} hold {name} as {dtype}; {why}.': '{source}：{name} 的类型为 {dtype}；{why}。',

  // Terms that fill gaps
  generator: '生成器',
  discriminator: '判别器',
  checkpoint: '检查点',
  images: '图像',
  labels: '标签',
  'resized to': '缩放到',
  'cropped to': '裁剪到',
  batch: '批量大小',
  'number of epochs': '轮数',
  width: '宽度',
  'latent dimension': '潜向量维数',
  'image height': '图像高度',
  'image width': '图像宽度',
  'number of classes': '类别数',
  'warm-up discriminator': '预热时的判别器',
  '0 to 1': '不小于 0 且不大于 1 的数',
  '0 up to, but without, 1': '不小于 0 且小于 1 的数',
  'above 0': '大于 0 的数',
  'above 0 up to 1': '大于 0 且不大于 1 的数',
  kernel: '卷积核',
  stride: '步幅',

  'The {name} takes {work} multiplications an image, most of them in layer {number} ({kind}); the most is {most}: take smaller images, kernels or fewer channels.':
    '{name}每张图像需要 {work} 次乘法，大部分在第 {number} 层（{kind}）；上限为 {most}。请使用更小的图像、更小的卷积核或更少的通道。',
  "The recipe's networks take {work} multiplications for one sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.":
    '该配方的网络每个样本需要 {work} 次乘法；批大小为 {batch} 时超过 {most}。请减小批大小或宽度。',
  'The recipe {name} needs labels, but {data} has none: images have them by a folder for each class, IDX and NumPy files by a second file.':
    '配方 {name} 需要标签，但 {data} 没有：图像靠每个类别一个文件夹，IDX 和 NumPy 文件靠第二个文件。',
  "The recipe {name} takes {takes} classes, but {data} has {has} ({names}): set the recipe's number of classes, “classes”, to theirs.":
    '配方 {name} 有 {takes} 个类别，但 {data} 有 {has} 个（{names}）：请把配方的类别数“classes”设为与数据相同。',
  '“{name}” is damaged: its numbers or its header are not what was written, as its checksum tells. Take another copy; if a program changed it on purpose, have it leave out the metadata entry “{entry}”.':
    '“{name}”已损坏：校验和表明其数值或文件头与写入时不同。请换一份副本；若是程序有意修改，请让它去掉元数据项“{entry}”。',
  '“{name}” is a checkpoint of {most} steps or updates; the most is {limit}.':
    '“{name}”是 {most} 步（或次更新）的检查点；上限为 {limit}。',
  'A batch of {batch} cannot be taken from {len} images: set the batch to as many at most, or take more images.':
    '无法从 {len} 张图像中取出 {batch} 张的批次：请把批量大小设为不超过这个数量，或使用更多图像。',
  'There are no images in “{name}” (JPEG, PNG, WebP, GIF or BMP), but files of other kinds: {kinds}.':
    '“{name}”中没有图像（JPEG、PNG、WebP、GIF 或 BMP），只有其他类型的文件：{kinds}。',
  'There are no images in “{name}”.': '“{name}”中没有图像。',
  'The only image of “{name}” cannot be used: {only}.': '“{name}”中唯一的图像无法使用：{only}。',
  'None of the {count} images of “{name}” can be used; the first: {first}.':
    '“{name}”的 {count} 张图像都无法使用；第一张：{first}。',
  '“{name}” is damaged: its header claims {shape} numbers of {size} bytes, found {bytes} bytes.':
    '“{name}”已损坏：文件头声称有 {shape} 个 {size} 字节的数值，实际只有 {bytes} 字节。',
  '“{name}” is too large: the limit is {most} images of this size.':
    '“{name}”过大：这种尺寸的图像最多 {most} 张。',
  '“{name}” {why}.': '“{name}”：{why}。',
  '“{archive}” has no images in it: expected an array of bytes (uint8), count × height × width or count × height × width × channels; found {found}.':
    '“{archive}”中没有图像：应为字节（uint8）数组，数量 × 高 × 宽，或数量 × 高 × 宽 × 通道；实际为：{found}。',
  '“{name}” holds {found}: {why}.': '“{name}”的内容为 {found}：{why}。',
  '“{name}” holds {found}; expected {count} classes, one for each image, whole numbers from 0 to 255.':
    '“{name}”的内容为 {found}；应为 {count} 个类别，每张图像一个，取 0 到 255 的整数。',
  '“{name}” has no outline: {why}.': '无法得到“{name}”的概要：{why}。',
  '“{name}” is not a safetensors file: expected one that Ganvas wrote, found {found}.':
    '“{name}”不是 safetensors 文件：应为 Ganvas 写出的文件；实际为：{found}。',
  '“{name}” is not a safetensors file: expected a header of at most {most} bytes, found a claim of {claimed}.':
    '“{name}”不是 safetensors 文件：文件头最多 {most} 字节，却声称有 {claimed} 字节。',
}
