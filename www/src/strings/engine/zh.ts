/** What the engine says, by its English, in the order of the sources. */
export const zh: Readonly<Record<string, string>> = {
  // src/data/batches.rs
  '{len} images in batches of {batch} are too many: the limit is {most}.':
    '批量大小为 {batch} 时，{len} 张图像过多：上限为 {most} 张。',

  // src/data/idx/mod.rs
  'The {part} of “{name}” {problem}.': '“{name}”的{part}：{problem}。',
  'are an empty file: expected an IDX file': '文件是空的；应为 IDX 文件',
  'are a gzip file that breaks off: expected its end, found none': 'gzip 文件不完整：缺少结尾',
  'are a damaged gzip file: expected compressed data, found an error ({error})':
    'gzip 文件已损坏：应为压缩数据，却出现错误（{error}）',
  'are too large: the header claims {sizes} bytes; the limit is {limit} MiB':
    '文件过大：文件头称有 {sizes} 字节；上限为 {limit} MiB',
  'break off: the header claims {sizes} = {claimed} bytes, found {got}':
    '文件不完整：文件头称有 {sizes} = {claimed} 字节，实际为 {got}',
  'go on after their end: the header claims {sizes} = {claimed} bytes, found more':
    '结尾之后还有内容：文件头称有 {sizes} = {claimed} 字节，实际更多',
  'are not an IDX file: expected 00 00 08 and a number of dimensions, found {found}':
    '不是 IDX 文件：应为 00 00 08 和维数，实际为：{found}',
  'have elements of type 0x{code} ({kind}); expected 0x08 (unsigned bytes)':
    '元素类型为 0x{code}（{kind}）；应为 0x08（无符号字节）',
  'break off in their header: expected {count} sizes, found {dimension}':
    '文件头不完整：应有 {count} 个尺寸，实际为 {dimension} 个',
  'signed bytes': '有符号字节',
  '16-bit integers': '16 位整数',
  '32-bit integers': '32 位整数',
  '32-bit floats': '32 位浮点数',
  '64-bit floats': '64 位浮点数',
  unknown: '未知',
  'hold labels, not images: the two files may be swapped':
    '内容是标签而不是图像：两个文件可能弄反了',
  'have {count} dimensions ({sizes}); expected 3 (count × height × width) or 4 (count × channels × height × width)':
    '有 {count} 维（{sizes}）；应为 3 维（数量 × 高 × 宽）或 4 维（数量 × 通道 × 高 × 宽）',
  'have {channels} channels (sizes {sizes}); expected 1, 3 or 4, in the order count × channels × height × width':
    '有 {channels} 个通道（尺寸 {sizes}）；应为 1、3 或 4 个，顺序为数量 × 通道 × 高 × 宽',
  'are empty: the header gives the sizes {sizes}': '是空的：文件头给出的尺寸为 {sizes}',
  'measure {width} × {height} pixels each; the limit is {most} × {limit}':
    '每张为 {width} × {height} 像素；上限为 {most} × {limit}',
  'do not match the images: there are {count} labels for {images} images':
    '与图像不符：{images} 张图像有 {count} 个标签',
  'hold images, not labels: the two files may be swapped':
    '内容是图像而不是标签：两个文件可能弄反了',
  'have {count} dimensions ({sizes}); expected 1 (count)':
    '有 {count} 维（{sizes}）；应为 1 维（数量）',

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
  'NumPy arrays of Chainer': 'Chainer 的 NumPy 数组',
  'No file was given to import.': '没有指定要导入的文件。',
  '“{name}” cannot be imported: {why}.': '无法导入“{name}”：{why}。',
  'expected at most {most} bytes, found {bytes}': '最多应为 {most} 字节，实际为 {bytes} 字节',
  '“{name}” cannot be imported: {why}': '无法导入“{name}”：{why}',
  'it has more than {most} bytes': '超过 {most} 字节',
  'expected PyTorch or safetensors; other files say their layers':
    '应为 PyTorch 或 safetensors，其他文件自带各层的说明',
  '{list} is left aside': '不使用 {list}',
  '{list} are left aside': '不使用 {list}',
  'expected PyTorch (.pt, .pth), safetensors, ONNX, Keras (.h5, .keras) or TensorFlow.js (model.json), found {found}':
    '应为 PyTorch（.pt、.pth）、safetensors、ONNX、Keras（.h5、.keras）或 TensorFlow.js（model.json），实际为{found}',

  // src/import/statement.rs
  '“{name}” does not describe a generator: {why}.': '“{name}”不是对生成器的描述：{why}。',
  'a latent of {dimension} numbers; it has 1 to {most}':
    '潜向量有 {dimension} 个数，应为 1 到 {most} 个',
  '{count} labels; the most is {most}': '有 {count} 个标签，上限为 {most}',

  // src/inference/affine.rs
  'would take {memory} numbers of working memory; the most is {most}':
    '需要存放 {memory} 个数的工作内存；上限为 {most} 个',

  // src/inference/buffers.rs
  'There is not enough memory for {length} numbers: draw fewer images at once.':
    '内存不足以存放 {length} 个数：请减少一次绘制的图像。',

  // src/generator/look.rs
  'its images are not finite': '图像含有非有限值',

  // src/generator/measures.rs
  '{count} latents give the same image': '{count} 个潜向量得到同一张图像',
  'it looks like noise (neighbouring pixels correlate by {correlation})':
    '看起来像噪声（相邻像素的相关系数：{correlation}）',

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

  // src/recipe/checks.rs, plan.rs
  'The recipe has an auxiliary classifier and no number of classes: give it “classes”.':
    '该配方有辅助分类器，却没有类别数：请给出“classes”。',
  'The recipe has an auxiliary classifier and a gradient penalty, which is of one logit alone: leave one of the two out.':
    '该配方同时有辅助分类器和梯度惩罚，而惩罚只针对一个 logit：请去掉其中之一。',
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
  "A penalty on the discriminator's gradient has weight {gamma}, once every {every} steps; the weight must be 0 or more, the interval 1 to {most}.":
    '对判别器梯度的惩罚权重为 {gamma}，每 {every} 步一次；权重应不小于 0，步数应为 1 到 {most}。',

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
  'its channels are no multiple of {group}, the square of the factor':
    '通道数不是倍数的平方 {group} 的整数倍',
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

  // src/training/maps.rs
  'Layer {layer} of the discriminator has no maps: choose one that makes images.':
    '判别器的第 {layer} 层没有特征图，请选择输出图像的层。',

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
  '{count} samples were to be judged; expected {least} to {most}.':
    '要求评判 {count} 张图像；应为 {least} 到 {most} 张。',
  'The {name} makes {output}; expected {classes} features, one for each digit.':
    '{name}输出 {output}；应为 {classes} 个特征，每个数字一个。',
  'The classifier takes its features from layer {features}; expected 1 to {most}.':
    '分类器从第 {features} 层取特征；应为 1 到 {most}。',
  'A sample grid of {columns}×{rows} images was asked for; it must have 1 to {most}.':
    '要求样本网格有 {columns}×{rows} 张图像；应为 1 到 {most} 张。',
  'the generated images are no longer finite': '生成的图像已不是有限值',

  // src/training/shown.rs
  'Real image {number} was asked for; {count} are shown.':
    '请求的是第 {number} 张真实图像，但只显示了 {count} 张。',
  'Generated image {number} was asked for; {count} are shown.':
    '请求的是第 {number} 张生成图像，但只显示了 {count} 张。',

  // src/training/state.rs
  'The tensor {name} is no part of a training.': '张量 {name} 不属于训练。',

  // src/training/turn.rs
  '“{name}” cannot take a step; expected both, discriminator or generator.':
    '“{name}”无法单独训练；应为 both、discriminator 或 generator。',

  // src/web/animation.rs
  'A GIF of {side} pixels a side was asked for; it must be 1 to {most}.':
    '要求的 GIF 边长为 {side} 像素；应为 1 到 {most} 像素。',
  'The frames of a GIF have one size.': 'GIF 的各帧应大小相同。',
  'The GIF could not be written: {error}.': '无法写出 GIF：{error}。',

  // src/web/backend.rs
  'WebGPU did not answer within {seconds} seconds.':
    '请求了 WebGPU，但它没有在 {seconds} 秒内响应。',
  'WebGPU could not be opened: {error}.': '无法打开 WebGPU：{error}。',

  // src/web/images.rs
  'These are no options for images: {error}.': '这些不是图像的选项：{error}。',
  'This set of images is finished already.': '这组图像已经完成。',
  'This is no sentence: {error}.': '这不是语句：{error}。',

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
  classifier: '分类器',
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
  'is no NumPy array (.npy), but {kind}': '不是 NumPy 数组（.npy），而是：{kind}',
  'breaks off in its header': '文件头不完整',
  'is a NumPy array of version {version}; versions 1 to 3 are read':
    'NumPy 数组的版本为 {version}；可读取版本 1 到 3',
  'claims a header of {length} bytes; the limit is {most}':
    '文件头自称有 {length} 字节；上限为 {most}',
  "has a header that is not NumPy's": '文件头不是 NumPy 的格式',
  'holds records; expected plain numbers': '内容是结构化记录；应为普通的数',
  'holds “{kind}”; expected plain numbers of 1 to 8 bytes':
    '内容为“{kind}”；应为 1 到 8 字节的普通的数',
  'has its numbers in Fortran order; save numpy.ascontiguousarray(a)':
    '数按 Fortran 顺序存放；请保存 numpy.ascontiguousarray(a)',
  '“{archive}” has no images in it: expected an array of bytes (uint8), count × height × width or count × height × width × channels; found {found}.':
    '“{archive}”中没有图像：应为字节（uint8）数组，数量 × 高 × 宽，或数量 × 高 × 宽 × 通道；实际为：{found}。',
  '“{name}” holds {found}: {why}.': '“{name}”的内容为 {found}：{why}。',
  'expected count × height × width, or count × height × width × channels with 1, 3 or 4 channels':
    '应为数量 × 高 × 宽，或数量 × 高 × 宽 × 通道（1、3 或 4 个通道）',
  "expected bytes, as by (255 * a).astype('uint8') of numbers from 0 to 1":
    "应为字节，例如用 (255 * a).astype('uint8') 从 0 到 1 的数得到",
  'the limits are {most} × {limit} pixels and {size} MiB':
    '上限为 {most} × {limit} 像素和 {size} MiB',
  'there is no image in it': '其中没有图像',
  '{shape} numbers of kind {kind}': '{shape} 个数（类型 {kind}）',
  '“{name}” holds {found}; expected {count} classes, one for each image, whole numbers from 0 to 255.':
    '“{name}”的内容为 {found}；应为 {count} 个类别，每张图像一个，取 0 到 255 的整数。',
  'Keras 3 archive': 'Keras 3 归档',
  'Keras model in JSON with its weights': 'Keras 模型的 JSON 及其权重',
  'TensorFlow.js layers model': 'TensorFlow.js 层模型',
  '{format}, weights only': '{format}，仅权重',
  'Keras {version}, HDF5': 'Keras {version}，HDF5',
  'Keras, HDF5': 'Keras，HDF5',
  'ONNX, operators {version}': 'ONNX，算子集 {version}',
  'ONNX, operators {version}, {producer}': 'ONNX，算子集 {version}，{producer}',
  'PyTorch module': 'PyTorch 模块',
  'PyTorch state dict': 'PyTorch 状态字典',
  '“{name}” has no outline: {why}.': '无法得到“{name}”的概要：{why}。',
  '“{name}” is not a safetensors file: expected one that Ganvas wrote, found {found}.':
    '“{name}”不是 safetensors 文件：应为 Ganvas 写出的文件；实际为：{found}。',
  '“{name}” is not a safetensors file: expected a header of at most {most} bytes, found a claim of {claimed}.':
    '“{name}”不是 safetensors 文件：文件头最多 {most} 字节，却声称有 {claimed} 字节。',

  // src/data/images/allowance.rs
  'it unpacks to {size} MB, and with the files before it that is more than {most} times what all of them take: save it smaller':
    '解压后为 {size} MB，与之前的文件合计超过全部文件大小的 {most} 倍，请缩小后重新保存',

  // src/data/images/classes.rs
  '{count} folders are more than {most} classes':
    '共有 {count} 个文件夹，超过了 {most} 个类别的上限',
  '{outside} of {count} images lie outside of the {folders} folders, the first “{first}”':
    '{count} 张图像中有 {outside} 张不在这 {folders} 个文件夹中，第一张是“{first}”',

  // src/data/images/kinds.rs
  'without extension': '无扩展名',
  others: '其他',
  '{kind} {count}': '{kind} {count}',

  // src/data/images/mod.rs
  '{outside} of {count} images lie in no class, the first “{first}”':
    '{count} 张图像中有 {outside} 张不属于任何类别，第一张是“{first}”',
  'it lies in no class': '不属于任何类别',

  // src/data/images/report.rs
  '{path}: {why}': '{path}：{why}',

  // src/data/images/resize.rs
  'it has no pixels ({width}×{height})': '没有像素（{width}×{height}）',
  'it measures {width}×{height} pixels; the limit is {most} million':
    '尺寸为 {width}×{height} 像素，上限为 {most} 百万像素',
  'it measures {width}×{height} pixels, less than the {across}×{down} to be cut out':
    '尺寸为 {width}×{height} 像素，小于要裁剪的 {across}×{down}',
  'its {bytes} bytes are not the pixels of {width}×{height}':
    '{bytes} 字节与 {width}×{height} 的像素数不符',
  'it could not be resized ({error})': '无法缩放（{error}）',

  // src/generator/mod.rs
  'The generator {name} has no styles that could be mixed.': '生成器 {name} 没有可混合的样式。',

  // src/import/array.rs
  'a tensor of {count} axes has more than {most}': '张量有 {count} 个轴，超过上限 {most}',
  'a tensor of {dims} is more than {most} numbers': '形状为 {dims} 的张量超过了 {most} 个数的上限',
  'a tensor of {dims} has {count} numbers': '形状为 {dims} 的张量却有 {count} 个数',
  'a tensor of {dims} was to become {to}': '形状为 {dims} 的张量要变为 {to}',
  'what is multiplied is no matrix': '相乘的不是矩阵',
  '{dims} is multiplied by {by}': '{dims} 与 {by} 相乘',

  // src/import/beside.rs
  'it asks for the file “{path}”, outside its folder': '要求读取其文件夹之外的文件“{path}”',
  'its part “{path}” is {found}': '其组成文件“{path}”是{found}',

  // src/import/budget.rs
  'its numbers are more than such a file can need: it may be damaged':
    '其中的数超出了此类文件所需的数量，文件可能已损坏',
  'it makes {count} numbers out of {from}': '要由 {from} 个数生成 {count} 个数',
  'it asks for more work than any generator needs': '所要求的计算量超出了任何生成器的需要',

  // src/import/chainer.rs
  'its array “{name}”: {why}': '数组“{name}”：{why}',
  'it is no array of NumPy that can be read': '不是可读取的 NumPy 数组',
  "it is in Fortran's order: save it in C's": '它按 Fortran 顺序存储：请按 C 顺序保存',

  // src/import/choose.rs
  '“{name}” is the generator: there is no other network': '“{name}”是生成器，因为没有其他网络',
  'it holds several networks, {networks}: pick one with {key}':
    '其中有多个网络：{networks}。请用 {key} 选择一个',
  'of {list}, {chosen} is the generator': '在 {list} 中，{chosen} 是生成器',
  '{note}, an average over the training': '{note}（训练过程中的平均权重）',
  '{note}; {key} {other} takes the other': '{note}；用 {key} {other} 可选择另一个',
  '“{name}” ({dims})': '“{name}”（{dims}）',
  '{list} left out: no layer has such a tensor': '已忽略 {list}：没有哪一层有这样的张量',
  'it holds no weights of layers': '其中没有任何层的权重',
  'it has {count} tensors; the most is {most}: pick a part with {key}':
    '其中有 {count} 个张量，上限为 {most}，请用 {key} 选择一部分',
  'its tensor “{name}” has a name of {length} bytes; the most is {most}':
    '张量“{name}”的名称有 {length} 字节，上限为 {most}',
  "it holds tensors, as {tensor}, but none that is called as a layer's, as “main.0.weight”":
    '其中有 {tensor} 等张量，但没有一个像“main.0.weight”那样以层命名',
  'it has {count} tensors; the most that are looked at is {most}':
    '其中有 {count} 个张量，最多只查看 {most} 个',
  '{count} tensors that the average lacks, as running statistics, are those of “{name}”':
    '平均权重中缺少的 {count} 个张量（如滑动统计量）取自“{name}”',
  'it has nothing under “{name}”; it has {list}': '“{name}”下没有内容，现有的是 {list}',

  // src/import/draft.rs
  'layer {number} ({kind})': '第 {number} 层（{kind}）',
  'layer {number} “{name}” ({kind})': '第 {number} 层“{name}”（{kind}）',
  '{place} gets {shape}: {why}': '{place}，输入为 {shape}：{why}',
  '{place} has no {role}': '{place}缺少 {role}',
  '{place} has a {role} of {found}; expected {expected}':
    '{place}的 {role} 为 {found}，应为 {expected}',
  '{inputs} inputs are too few for {features} features of a label':
    '{inputs} 个输入不足以容纳标签的 {features} 个特征',
  'the order of features cannot be changed before a layer of kind {kind}':
    '无法在 {kind} 层之前改变特征的顺序',
  'the latent itself becomes an image in an order that Ganvas does not support':
    '潜向量本身按不支持的顺序变成图像',

  // src/import/finish.rs
  'it ends with {numbers} numbers, which is no square image of 1 or 3 channels: state the image in a {spec}':
    '最后得到 {numbers} 个数，不能构成 1 或 3 通道的正方形图像，请在 {spec} 中说明图像',
  'the {numbers} numbers at the end are an image of {height}×{width} with {channels} channels, channel by channel':
    '最后的 {numbers} 个数是 {height}×{width}、{channels} 通道的图像，按通道排列',
  'it makes images of {height}×{width} with {channels} channels, but {stated_height}×{stated_width} with {stated_channels} are stated':
    '生成的图像为 {height}×{width}、{channels} 通道，而所说明的是 {stated_height}×{stated_width}、{stated_channels} 通道',
  'latents are drawn from a normal distribution of deviation 1': '潜向量取自标准差为 1 的正态分布',
  'it starts from {found} numbers, but {stated} are stated as latent':
    '生成器以 {found} 个数为输入，而说明的潜向量有 {stated} 维',
  'the {classes} classes are called 0 to {last}': '{classes} 个类别命名为 0 到 {last}',
  'it has {classes} classes, but {stated} are stated':
    '有 {classes} 个类别，而说明的是 {stated} 个',

  // src/import/fixed.rs
  'its kernel is {down}×{across}': '卷积核为 {down}×{across}',
  'it takes pixels that are not there': '取用了不存在的像素',
  '{groups} groups do not divide {channels} channels': '{channels} 个通道无法平均分为 {groups} 组',

  // src/import/found.rs
  'one number': '一个数',
  nothing: '无',
  '{list}… ({count} in all)': '{list}…（共 {count} 个）',
  'the top': '顶层',
  '“{name}”': '“{name}”',
  '{list} …': '{list} …',
  '{first}; {rest}': '{first}；{rest}',

  // src/import/independent.rs
  'it takes a label of {classes} classes beside another of {known}':
    '同时使用了 {classes} 类的标签和 {known} 类的另一个标签',

  // src/import/join.rs
  'it joins nothing': '没有可合并的内容',
  'the branches that meet in “{name}” cross others: layers that lie in several of them are held once for each':
    '在“{name}”汇合的分支与其他分支交叉：位于多个分支中的层会为每个分支各存一份',

  // src/import/keras/activations.rs
  '“{name}” ({class}) has the activation {other}, which Ganvas does not support':
    '“{name}”（{class}）的激活函数 {other} 不受支持',
  '“{name}” ({class}) has {setting} {found}, which Ganvas does not support':
    '“{name}”（{class}）的 {setting} {found} 不受支持',

  // src/import/keras/configuration.rs
  '“{name}” ({class}) has a {setting} of {sizes}; only the same along both axes is supported':
    '“{name}”（{class}）的 {setting} 为 {sizes}，只支持两个轴相同的值',
  '“{name}” ({class}) does not say its {setting}': '“{name}”（{class}）没有给出 {setting}',
  '“{name}” is a layer of the class {class}, which Ganvas does not support':
    '“{name}”属于 {class} 类，不受支持',
  'its description of the model is not the JSON it should be: {why}':
    '模型的描述不是应有的 JSON：{why}',
  'its description of the model has no layers': '模型的描述中没有层',
  'its layers are more than {most}, or lie too deep': '层数超过 {most}，或嵌套过深',
  'a layer has no class_name': '有一层缺少 class_name',
  '“{name}” is a model without layers': '“{name}”是没有层的模型',
  '“{name}”, its first layer, does not say what it takes: build the model before it is saved':
    '第一层“{name}”没有给出输入，请在保存之前先构建（build）模型',
  '“{name}” ({class}) has a {setting} of {sizes}; expected one number, or two':
    '“{name}”（{class}）的 {setting} 为 {sizes}，应为一个或两个数',

  // src/import/keras/description.rs
  "it is Keras' description of a model, without numbers: give its weights along (.h5, .hdf5, .weights.h5)":
    '这只是 Keras 模型的描述，没有数值，请一并给出权重（.h5、.hdf5、.weights.h5）',
  'it was given with several files of weights ({list})': '同时给出了多个权重文件（{list}）',
  'of its weights “{name}”: {why}': '其权重“{name}”：{why}',
  'weights were taken in the order of the layers, whose names differ':
    '由于名称不同，权重按层的顺序取用',

  // src/import/keras/hdf5.rs
  'vectors become images with channels last, as Keras keeps them':
    '向量按 Keras 的方式（通道在最后）变成图像',
  "it holds Keras' weights alone ({list}), not what the layers do with them: give the model's JSON (model.to_json()) along, save the model whole (.keras), or state the layers in a {spec}":
    '其中只有 Keras 的权重（{list}），没有各层如何使用它们：请一并给出模型的 JSON（model.to_json()），或保存完整的模型（.keras），或在 {spec} 中说明各层',
  'it is not an HDF5 file that can be read: {why}': '不是可读取的 HDF5 文件：{why}',
  'its groups lie more than {most} deep': '组的嵌套超过 {most} 层',
  'its tensor “{name}”: {why}': '张量“{name}”：{why}',
  'it is too large': '过大',
  'it has the type {dtype}, which is not read': '类型 {dtype} 不受支持',
  'its chunks are larger than its {dims}: it may be damaged': '数据块大于其 {dims}，文件可能已损坏',
  'its chunks lie beyond its {dims}: it may be damaged': '数据块超出其 {dims}，文件可能已损坏',

  // src/import/keras/images.rs
  '“{name}” ({class}) takes means over fewer pixels at the edge (same), which Ganvas does not support':
    '“{name}”（{class}）在边缘对较少的像素取平均（same），不受支持',
  '“{name}” cuts all of an image of {height}×{width} away':
    '“{name}”把 {height}×{width} 的图像全部裁掉',

  // src/import/keras/layers.rs
  '“{name}” ({class}) has no {leaf}': '“{name}”（{class}）缺少 {leaf}',
  "“{name}” (Dense) works on an image's channels": '“{name}”（Dense）作用于图像的通道',
  '“{name}” has a kernel of {dims}': '“{name}”的卷积核形状为 {dims}',
  '“{name}” takes {inputs} features, not {found}':
    '“{name}”接收 {inputs} 个特征，而不是 {found} 个',
  '“{name}” (Reshape) cannot make {sides} of {all} numbers':
    '“{name}”（Reshape）无法把 {all} 个数变为 {sides}',
  'a shape of {dims} is no image': '形状 {dims} 不是图像',
  'an image changes its shape with its pixels mixed': '图像变形时像素被打乱',
  '“{name}” pads {padding}': '“{name}”的填充方式 {padding} 不受支持',
  '“{name}” has an output_padding, which is not read': '“{name}”带有 output_padding，不受支持',
  '“{name}” has a stride beyond its kernel': '“{name}”的步幅大于卷积核',
  '“{name}” normalises along the axes {axes}, not along channels':
    '“{name}”沿轴 {axes} 归一化，而不是沿通道',
  '“{name}” normalises every pixel by itself, which Ganvas does not support':
    '“{name}”对每个像素单独归一化，不受支持',
  '“{name}” enlarges by {mode}, which Ganvas does not support':
    '“{name}”的放大方式 {mode} 不受支持',
  '“{name}” has no four sides': '“{name}”没有给出四条边',
  '“{name}” (PReLU) has slopes of {dims}; supported are one, and one a channel':
    '“{name}”（PReLU）的斜率形状为 {dims}；只支持单个斜率或每个通道一个斜率',
  '“{name}” joins images that were flattened, in another order than Ganvas flattens':
    '“{name}”合并的图像的展平顺序与此处不同',

  // src/import/keras/network.rs
  'it takes {count} inputs beside labels; a generator takes one latent':
    '除标签外有 {count} 个输入，而生成器只接收一个潜向量',
  'the {numbers} numbers of “{name}” are a label, one-hot':
    '“{name}”的 {numbers} 个数是 one-hot 标签',
  '“{name}” takes no shape of a latent: {dims}': '“{name}”的形状 {dims} 不是潜向量的形状',
  '“{name}” takes “{input}”, which comes after it': '“{name}”的输入“{input}”出现在它之后',
  '“{name}” ({class}) takes nothing': '“{name}”（{class}）没有输入',
  '“{name}” ({class}) joins branches, which Ganvas does not support':
    '“{name}”（{class}）合并分支，不受支持',
  '“{name}” has no table': '“{name}”没有查找表',
  "“{name}” ({class}) works on a label's features in a way that Ganvas does not support":
    '“{name}”（{class}）对标签特征的处理方式不受支持',
  '“{name}” joins a label a second time': '“{name}”第二次拼接标签',
  'branches meet in “{name}” ({class}); they can only be added, subtracted, averaged, multiplied or concatenated':
    '分支在“{name}”（{class}）处汇合；只支持相加、相减、取平均、相乘或拼接',
  '“{name}” ({class}) joins along axis {axis}, which is not that of the channels':
    '“{name}”（{class}）沿轴 {axis} 拼接，而不是通道轴',

  // src/import/keras/numbers.rs
  '{count} layers of the description have numbers ({list}), {others} of the weights ({other_list}): they are not of one model':
    '描述中有 {count} 层带数值（{list}），权重中有 {others} 层（{other_list}），二者不属于同一个模型',

  // src/import/keras/tensorflow_js.rs
  'it is not a layers model of TensorFlow.js: {why}': '不是 TensorFlow.js 的 layers 模型：{why}',
  "it is a graph model of TensorFlow.js, of TensorFlow's operators; convert the Keras model with tensorflowjs_converter --output_format=tfjs_layers_model, or import the Keras model itself (.h5, .keras)":
    '这是由 TensorFlow 算子组成的 TensorFlow.js graph 模型，请用 tensorflowjs_converter --output_format=tfjs_layers_model 转换 Keras 模型，或直接导入 Keras 模型（.h5、.keras）',
  'its shard “{path}” was not given along': '没有一并给出分片“{path}”',
  'its tensor “{name}” has the type {dtype}, which is not read':
    '张量“{name}”的类型 {dtype} 不受支持',
  'its shards have {bytes} bytes; “{name}” ends at {end}':
    '各分片共 {bytes} 字节，而“{name}”结束于 {end}',

  // src/import/onnx/affine.rs
  'its number of classes is not known beforehand': '事先无法确定类别数',
  'it multiplies by {dims}': '与 {dims} 相乘',
  'it multiplies {classes} classes by {dims}': '{classes} 个类别与 {dims} 相乘',
  "it works on a label's features, which Ganvas does not support": '对标签特征的处理不受支持',
  'it joins more than the latent and a label': '拼接的不止潜向量和标签',
  'it joins along axis {axis}, which is not that of the features':
    '沿轴 {axis} 拼接，而那不是特征所在的轴',
  'it joins {dims} and {other}': '拼接 {dims} 与 {other}',
  'it joins the label a second time': '第二次拼接标签',
  'it joins something other than a label': '拼接的不是标签',
  'it joins a label as {dims}': '拼接形状为 {dims} 的标签',
  'it joins branches, which Ganvas does not support': '合并分支，不受支持',
  'it divides by what the network makes': '除以网络计算的结果',
  'its constant of {dims} is not one number a channel': '形状为 {dims} 的常量不是每个通道一个数',

  // src/import/onnx/arithmetic.rs
  'its integers overflow': '整数溢出',
  'constants of {dims} and {other} do not fit each other': '形状为 {dims} 和 {other} 的常量不匹配',

  // src/import/onnx/attention.rs
  'it works on matrices of pixels in a way that is not attention as Ganvas knows it':
    '对像素矩阵的运算不是所支持的注意力形式',
  'its softmax goes over something other than the pixels': '其 softmax 不是在像素上计算的',
  'it attends without a softmax': '注意力没有经过 softmax',
  'it multiplies attention by something other than a number': '将注意力与非数值相乘',
  'it multiplies attention behind its softmax': '在 softmax 之后对注意力做乘法',

  // src/import/onnx/channels.rs
  'it makes blocks of {block} pixels of {dims}': '由 {dims} 组成 {block} 像素的块',
  'it splits {side} into {list}': '把 {side} 拆分为 {list}',
  'it cuts {dims} along the axes {list}': '沿轴 {list} 裁剪 {dims}',
  'it takes pixels in another order': '以其他顺序取像素',

  // src/import/onnx/clip.rs
  'its end is {dims}, not one number': '边界为 {dims}，而不是一个数',
  'it compares the network with more than one number': '把网络的值与多个数比较',

  // src/import/onnx/constant.rs
  'its constant “{name}” has no valid shape': '常量“{name}”的形状无效',
  'its constant “{name}” has {count} numbers; its shape wants {expected}':
    '常量“{name}”有 {count} 个数，而其形状需要 {expected} 个',
  'it has no value that is read': '没有可读取的值',
  'its constant “{name}” has the type {dtype}, which is not read':
    '常量“{name}”的类型 {dtype} 不受支持',

  // src/import/onnx/external.rs
  'the numbers of “{name}” lie in “{location}”, which was not given along: put it beside the graph (on the page, choose both files together), or export one file (external_data=False)':
    '“{name}”的数值在“{location}”中，但没有一并给出：请把它放在计算图旁边（在网页上请同时选择两个文件），或导出为单个文件（external_data=False）',
  'the numbers of “{name}” have the {key} “{value}”, which is no number of bytes':
    '“{name}”的 {key}“{value}”不是字节数',
  'the numbers of “{name}” take {wanted} bytes; the graph says {length} of “{location}”':
    '“{name}”的数值需要 {wanted} 字节，而计算图给出的是“{location}”中的 {length} 字节',
  "the numbers of “{name}” are {length} bytes from byte {start} of “{location}”, which has {has}: it is another model's, or not whole":
    '“{name}”的数值位于“{location}”第 {start} 字节起的 {length} 字节，而该文件只有 {has} 字节：它属于另一个模型，或不完整',

  // src/import/onnx/fold.rs
  'it has no shape': '没有形状',
  'it names no axes': '没有给出轴',
  'a constant changes its length': '常量的长度发生变化',

  // src/import/onnx/gates.rs
  'it raises to another power than 2': '指数不是 2',

  // src/import/onnx/graph.rs
  'its graph has no output': '计算图没有输出',
  'its input “{name}” of {dims} is no latent of known size':
    '输入“{name}”（{dims}）不是大小已知的潜向量',
  'its operator {operator}: {why}': '算子 {operator}：{why}',
  'it gives nothing': '没有输出',
  'it is an operator of “{domain}”; those of ONNX alone are read':
    '属于“{domain}”的算子，只支持 ONNX 自身的算子',
  'its input “{name}” is not there before it': '输入“{name}”在它之前不存在',
  'it has no input': '没有输入',
  'its output “{name}” does not depend on the latent': '输出“{name}”不依赖于潜向量',
  'the inputs {list} are parts of one latent, one behind the other':
    '输入 {list} 依次是同一个潜向量的各部分',

  // src/import/onnx/images.rs
  'it works on {dims}': '作用于 {dims}',
  'its kernel is {dims}': '卷积核的形状为 {dims}',
  'it does not say by how much it pads': '没有给出填充的大小',
  'it pads {count} axes by {list}': '对 {count} 个轴填充 {list}',
  'it pads by {list}': '填充 {list}',
  'it pads by {mode} {value}; zeros, and the modes reflect and edge are supported':
    '以 {mode} {value} 填充；支持零填充以及 reflect 和 edge 模式',
  'it pads {dims}': '填充 {dims}',

  // src/import/onnx/inputs.rs
  'its inputs “{first}” and “{second}” are both labels by their names or types: it has no latent':
    '从名称或类型看，输入“{first}”和“{second}”都是标签，没有潜向量',
  'its graph takes {count} inputs ({list}); a generator takes a latent and perhaps a label':
    '计算图有 {count} 个输入（{list}），而生成器只接收潜向量，可能还有标签',
  'the {numbers} numbers of the second input “{name}” are a label, one-hot; a code that takes other numbers cannot be given':
    '第二个输入“{name}”的 {numbers} 个数是 one-hot 标签；无法输入由其他数构成的编码',
  'its input “{name}” has no shape': '输入“{name}”没有形状',
  'its input “{name}” leaves more open than the batch': '输入“{name}”除批大小外还有未定的维度',
  'its second input “{name}” of {dims} is no label': '第二个输入“{name}”（{dims}）不是标签',

  // src/import/onnx/joins.rs
  'branches meet in it; they can only be added, subtracted, multiplied or concatenated':
    '分支在此汇合；只支持相加、相减、相乘或拼接',
  'it takes constants or labels beside several branches': '除多个分支外还接收常量或标签',
  'one branch has its channels last, another first': '一个分支的通道在最后，另一个在最前',
  'a label joins before it that no layer has taken yet': '之前并入的标签还没有任何层接收',

  // src/import/onnx/mod.rs
  'it is not a whole ONNX file: {why}': '不是完整的 ONNX 文件：{why}',
  'it is an ONNX file without a graph': '这是没有计算图的 ONNX 文件',
  'its graph has more than {most} operators': '计算图的算子超过 {most} 个',

  // src/import/onnx/operators.rs
  'it works on something other than an image': '作用于非图像的数据',
  "it rounds the network's numbers to integers": '把网络的值截断为整数',
  'it drops features at random: export the model in its evaluation mode':
    '会随机丢弃特征，请在评估模式（eval）下导出模型',
  'it multiplies something other than a vector by a constant': '把非向量与非常量相乘',
  'it multiplies {dims} by a matrix': '把 {dims} 与矩阵相乘',
  'it normalises an image with its channels last': '对通道在最后的图像归一化',
  'it normalises by the batch at hand: export the model in its evaluation mode':
    '按当前批次归一化，请在评估模式（eval）下导出模型',
  'it has numbers for every pixel (spatial=0), not for channels':
    '其中的数是每个像素的（spatial=0），而不是每个通道的',
  'it normalises along axis {axis} and on': '从轴 {axis} 起归一化',
  'its input {index} is not known beforehand': '事先无法确定输入 {index}',
  'it has no {role}': '缺少 {role}',
  'it transposes the features (transA)': '转置了特征（transA）',
  'it adds something other than a constant': '所加的不是常量',
  'it adds {dims} to {out} numbers': '把 {dims} 加到 {out} 个数上',
  'its scale is not one number a channel': '缩放不是每个通道一个数',
  'its {setting} is {found}, which Ganvas does not support': '{setting} 为 {found}，不受支持',
  'it has a slope for each channel of an image with its channels last':
    '通道在最后一维的图像上，每个通道各有一个斜率',
  'its alpha or gamma is not that of a self-normalising network':
    '其 alpha 或 gamma 不是自归一化网络的值',
  'its GELU is an approximation; only the exact one is supported':
    '其 GELU 是近似的，只支持精确的 GELU',
  'Ganvas does not support this operator': '不是所支持的算子',

  // src/import/onnx/pools.rs
  'its mean leaves out the pixels around the image; those with count_include_pad are supported':
    '其平均值不计图像周围的像素；只支持 count_include_pad',
  'its last means lie partly outside of the image (ceil_mode)':
    '最后的平均窗口部分超出图像（ceil_mode）',
  "it takes the mean along the axes {list} of {dims}; that over an image's pixels is supported":
    '沿 {dims} 的轴 {list} 取平均；只支持对图像的像素取平均',

  // src/import/onnx/proto.rs
  '“{name}” ({operator})': '“{name}”（{operator}）',

  // src/import/onnx/reshape.rs
  '{dims} is neither a vector nor an image': '{dims} 既不是向量也不是图像',
  '{own} cannot become {wanted}': '{own} 无法变为 {wanted}',
  'its shape is not known beforehand': '事先无法确定形状',
  'it flattens from axis {axis}': '从轴 {axis} 起展平',
  '{dims} becomes {to}, which mixes the batch with the rest':
    '{dims} 变为 {to}，会把批与其余维度混在一起',
  'an image with its channels last is reshaped': '对通道在最后的图像变形',
  'a constant is reshaped in a way that Ganvas does not support': '常量的变形方式不受支持',
  '{dims} is spread over {list}': '把 {dims} 扩展到 {list}',
  'its shape is not valid': '形状无效',
  'it repeats something other than a label': '重复的不是标签',
  'it moves the axes as {list}': '把轴重排为 {list}',
  "it moves an image's rows": '移动了图像的行',

  // src/import/onnx/resize.rs
  'it enlarges {dims}': '放大 {dims}',
  'it enlarges with {setting}': '带 {setting} 的放大不受支持',
  'it enlarges by {place} and {round}': '按 {place} 和 {round} 放大，不受支持',
  'it enlarges by {mode} with {place}': '按 {mode} 和 {place} 放大，不受支持',
  'it has scales and sizes, of which ONNX allows only one':
    '同时有 scales 和 sizes，而 ONNX 只允许其一',
  'its scales are {list}': 'scales 为 {list}',
  'its sizes are {list}': 'sizes 为 {list}',
  'it does not say by how much it enlarges': '没有给出放大的倍数',
  'it enlarges more than height and width: {list}': '放大的不止高和宽：{list}',
  'it enlarges {height}×{width} by {list}, which does not come to whole pixels':
    '把 {height}×{width} 放大 {list} 倍，得不到整数像素',
  "it keeps the sides' ratio ({policy})": '保持宽高比（{policy}），不受支持',
  'it brings {height}×{width} to {down}×{across}': '把 {height}×{width} 变为 {down}×{across}',

  // src/import/onnx/shapes.rs
  'it has no axis {axis} of {rank}': '{rank} 个轴中没有轴 {axis}',
  'it names {count} axes': '给出了 {count} 个轴',
  'it names the axis {axis} twice': '轴 {axis} 给出了两次',
  'it orders {count} axes of {rank}: {list}': '重排 {rank} 个轴中的 {count} 个：{list}',
  '{list} is no shape': '{list} 不是形状',
  '{dims} cannot become {list}': '{dims} 无法变为 {list}',
  'it takes the axes {list} from {dims}, which are more than 1':
    '从 {dims} 中去掉大小不为 1 的轴 {list}',

  // src/import/onnx/slices.rs
  'it joins constants of several axes': '拼接有多个轴的常量',
  'it does not say where it starts': '没有给出起始位置',
  'it does not say where it ends': '没有给出结束位置',
  'it does not have a start, end, axis and step for each cut':
    '没有为每次切片给出起点、终点、轴和步长',
  'it cuts by steps of 0': '切片步长为 0',
  'it takes slices along another axis than the first': '沿第一个轴以外的轴取切片',
  'it takes a slice that is not among {side}': '所取的切片超出 {side}',

  // src/import/onnx/windows.rs
  'its kernel_shape is {list}, its kernel {height}×{width}':
    'kernel_shape 为 {list}，而卷积核为 {height}×{width}',
  'it works in {count} groups': '分为 {count} 组，不受支持',
  "its auto_pad is not one of ONNX's": 'auto_pad 的值不是 ONNX 所规定的',
  'it has auto_pad beside pads of {list}, of which ONNX allows only one':
    '同时有 auto_pad 和 pads {list}，而 ONNX 只允许其一',
  'it does not have four pads': 'pads 不是四个值',
  'its output_shape is {list}': 'output_shape 为 {list}',
  'it is to make {wanted} pixels out of {has}, more than its kernel reaches':
    '要由 {has} 个像素生成 {wanted} 个，超出卷积核所及',
  'its pads of {list} leave nothing': 'pads {list} 之后什么也不剩',
  'its {setting} are {list}': '{setting} 为 {list}',

  // src/import/onnx/wire.rs
  'its graph has more than {most} parts': '计算图的组成部分超过 {most} 个',

  // src/import/parameters/bind.rs
  'it has no tensor “{name}”': '没有张量“{name}”',
  'the stated layers leave tensors over: {list} are of no layer':
    '按所说明的层，还剩下一些张量：{list} 不属于任何层',
  '“{name}” is no table of labels': '“{name}”不是标签的嵌入表',
  '“{name}” is a table of {classes} classes, but {stated} are stated':
    '“{name}”是 {classes} 个类别的表，而说明的是 {stated} 个',
  'state the latent: its dimension does not follow from the first layer':
    '请说明潜向量：其维数无法由第一层得出',
  'it has no tensor “{name}”, stated as {key}': '没有作为 {key} 说明的张量“{name}”',
  'layer {number} ({kind}) finds no more tensors': '没有剩余的张量可供第 {number} 层（{kind}）使用',
  "layer {number} ({kind}) does not fit the file's next tensors, “{name}” ({tensor} of {dims})":
    '第 {number} 层（{kind}）与文件中接下来的张量“{name}”（{tensor}：{dims}）不符',

  // src/import/parameters/convert.rs
  'the normalisation “{name}” has numbers of its own for every pixel; only one a channel is supported':
    '归一化“{name}”的每个像素各有一个数，只支持每个通道一个数',
  '“{name}” has no {leaf}, which its layer needs': '“{name}”缺少该层所需的 {leaf}',
  '“{name}” has a weight of {dims}, which is none of a {kind} layer':
    '“{name}”的权重形状为 {dims}，不是 {kind} 层的权重',

  // src/import/parameters/images.rs
  'no strides and padding were found that lead to an image': '找不到能得到图像的步幅和填充',
  'there is one convolution too many': '多出一个卷积',
  '“{name}” is no layer of a generator behind convolutions: pick the generator with {key}, or state the layers in a {spec}':
    '“{name}”不是生成器中卷积之后的层，请用 {key} 选择生成器，或在 {spec} 中说明各层',
  'strides and padding that lead to {height}×{width}: {list}':
    '得到 {height}×{width} 的步幅和填充：{list}',
  '“{name}” has a kernel of {height}×{width}; only square ones are supported':
    '“{name}”的卷积核为 {height}×{width}，只支持正方形',
  'stride {stride}, padding {pad}': '步幅 {stride}，填充 {pad}',
  'stride {stride}, padding {pad}, output padding {more}':
    '步幅 {stride}，填充 {pad}，输出填充 {more}',
  'enlarged by 2 (nearest), {window}': '先放大 2 倍（nearest），{window}',
  '{name} ({kind}) {window}': '{name}（{kind}）{window}',
  none: '无',
  '“{name}” takes {first} or {second} channels (its bias has {bias}), but {channels} come in: its order or the parts before are not what the names suggest; state the layers in a {spec}':
    '“{name}”接收 {first} 或 {second} 个通道（偏置的个数：{bias}），而输入有 {channels} 个通道：顺序或之前的部分与名称所示不符，请在 {spec} 中说明各层',

  // src/import/parameters/infer.rs
  'it begins with a normalisation (“{name}”), so that the latent cannot be told: state it in a {spec}, or pick the generator with {key}':
    '以归一化（“{name}”）开头，无法确定潜向量：请在 {spec} 中说明，或用 {key} 选择生成器',
  'it has several tables of labels: state the layers in a {spec}':
    '有多个标签嵌入表，请在 {spec} 中说明各层',
  '“{name}” gives a label {features} features, more than the first layer takes: it may multiply them with the latent, which no layer of Ganvas does':
    '“{name}”给标签 {features} 个特征，多于第一层的输入：也许是与潜向量相乘，不受支持',
  '“{name}” is a table of {classes} labels, whose features come behind the latent':
    '“{name}”是 {classes} 个标签的嵌入表，其特征接在潜向量之后',
  '{features} features are no square image for “{name}”: state the layers in a {spec}':
    '{features} 个特征不能构成“{name}”所需的正方形图像，请在 {spec} 中说明各层',
  'the {features} features become an image of {height}×{width} with {channels} channels':
    '{features} 个特征变为 {height}×{width}、{channels} 通道的图像',
  'an epsilon of 0.8 in batch norms but the first before an image: the names are those of PyTorch-GAN, whose code says so':
    '除图像之前的第一个外，批归一化的 epsilon 为 0.8：名称与 PyTorch-GAN 相同，其代码如此',
  'an epsilon of {epsilon} in batch norms': '批归一化的 epsilon 为 {epsilon}',
  '“{name}” is a layer norm': '“{name}”是层归一化',
  '“{name}” is an instance norm, epsilon 1e-5': '“{name}”是实例归一化，epsilon 为 1e-5',
  'leaky ReLU of slope 0.2 between the layers, tanh at the end':
    '各层之间为斜率 0.2 的 Leaky ReLU，最后为 tanh',
  'ReLU between the layers, tanh at the end': '各层之间为 ReLU，最后为 tanh',

  // src/import/parameters/mod.rs
  'it has weights of {count} layers; the most is {most}': '其中有 {count} 层的权重，上限为 {most}',
  'layers do not come in the order in which the file defines them, but in the only one in which their channels meet':
    '各层不按文件中定义的顺序，而按通道能够衔接的唯一顺序排列',
  'layers come in the order of the numbers in their names: safetensors keeps no other':
    '各层按名称中的编号排列：safetensors 不保存其他顺序',
  'layers come in the only order in which their channels meet, as far as their names allow it: safetensors keeps none':
    '在名称允许的范围内，各层按通道能够衔接的唯一顺序排列：safetensors 不保存顺序',
  'layers come in an order by their channels and by words in their names, as first, final or a name that a norm shares with a layer: safetensors keeps none':
    '各层的顺序由通道数和名称中的词得出，如 first、final 或归一化与层共有的名称：safetensors 不保存顺序',
  'layers come in the order of their names: safetensors keeps no other':
    '各层按名称的顺序排列：safetensors 不保存其他顺序',
  'the order of its layers cannot be told, as safetensors keeps none: {why}; have them written with --print-spec {spec}, sort them there, and hand it back with --spec':
    'safetensors 不保存顺序，无法确定各层的顺序：{why}；请用 --print-spec {spec} 写出，在其中排序，再用 --spec 传回',
  '{why}; safetensors keeps no order of layers, and that of the names may be wrong: have them written with --print-spec {spec}, sort them there, and hand it back with --spec':
    '{why}；safetensors 不保存各层的顺序，按名称的顺序可能有误：请用 --print-spec {spec} 写出，在其中排序，再用 --spec 传回',

  // src/import/parameters/modules.rs
  '“{name}” has no weight': '“{name}”没有权重',
  '“{name}” is a PReLU with a slope for each channel': '“{name}”是每个通道各有斜率的 PReLU',
  '“{name}” has a weight of {dims}, which no layer of Ganvas has':
    '“{name}”的权重形状为 {dims}，没有所支持的层具有这种形状',
  'it has {count} tensors; the most is {most}': '其中有 {count} 个张量，上限为 {most}',
  'its tensor “{name}” is empty': '张量“{name}”为空',
  'the spectral norm of “{name}” does not fit its weight': '“{name}”的谱归一化与其权重不符',
  'the weight norm of “{name}” is not one a row': '“{name}”的权重归一化不是每行一个数',

  // src/import/parameters/order.rs
  'there are too many orders to try them all': '可能的顺序太多，无法全部尝试',
  '“{one}” and “{other}” could change places': '“{one}”与“{other}”可以互换位置',

  // src/import/parameters/places.rs
  '“{name}” could stand behind “{one}” or “{other}”':
    '“{name}”可以在“{one}”之后，也可以在“{other}”之后',

  // src/import/plain.rs
  'it is not a whole safetensors file: {why}': '不是完整的 safetensors 文件：{why}',
  'it is a file of Ganvas already: open it as a model': '这已经是 Ganvas 的文件，请作为模型打开',
  'its tensors are more than {most} numbers; pick a part with {key}':
    '张量中的数超过 {most} 个，请用 {key} 选择一部分',

  // src/import/proposals/activations.rs
  'nothing (images from −1 to 1)': '无（图像范围为 −1 到 1）',
  'nothing (images from 0 to 1)': '无（图像范围为 0 到 1）',

  // src/import/proposals/mod.rs
  'There is nothing to propose for “{name}”: {why}.': '“{name}”没有可供选择的读法：{why}。',
  'the spec states its layers already': '说明中已指定各层',
  'the file says its layers itself': '文件自身已写明各层',
  'its images take too long to draw to try several readings': '生成图像耗时太长，无法尝试多种读法',

  // src/import/proposals/trial.rs
  '{hidden} between the layers, {end} at the end, images of {height}×{width}':
    '层间为 {hidden}，末尾为 {end}，图像为 {height}×{width}',
  '{assumed}, features as height × width × channels': '{assumed}，特征按高 × 宽 × 通道排列',
  '{assumed}, layers in the order {order}': '{assumed}，层的顺序为 {order}',

  // src/import/pytorch/activations.rs
  '“{name}” has {setting} {found}; only {only} is supported':
    '“{name}”的 {setting} 为 {found}，只支持 {only}',
  '“{name}” is of the class {class}': '“{name}”属于 {class} 类',

  // src/import/pytorch/archive.rs
  "it is a ZIP archive without PyTorch's data.pkl": '这是没有 PyTorch 的 data.pkl 的 ZIP 压缩包',
  'its numbers are big-endian, which is not read': '其中的数为大端序，不受支持',
  'it is not a whole ZIP archive: {why}': '不是完整的 ZIP 压缩包：{why}',
  'its part “{name}” has more than {most} bytes': '其中的“{name}”超过 {most} 字节',
  'its part “{name}” cannot be read: {why}': '无法读取其中的“{name}”：{why}',
  'the list of its storages is no list of names': '存储列表不是名称列表',
  'it ends before its storage “{name}” does': '文件在存储“{name}”结束之前就结束了',
  'it lacks the storage “{name}”': '缺少存储“{name}”',

  // src/import/pytorch/leaves.rs
  'its modules are more than {most}, or lie more than {deepest} deep':
    '模块超过 {most} 个，或嵌套超过 {deepest} 层',
  'its module “{name}” has a name of {length} bytes; the most is {most}':
    '模块“{name}”的名称有 {length} 字节，上限为 {most}',
  '“{name}” belongs to a module of the class {class}, which computes with code of its own':
    '“{name}”属于 {class} 类的模块，其计算由自己的代码完成',

  // src/import/pytorch/mod.rs
  'it holds neither tensors nor a module of PyTorch': '其中既没有张量，也没有 PyTorch 模块',
  'it has no generator': '其中没有生成器',
  '“{name}” is an average without names and not read: the live weights are taken':
    '“{name}”是没有名称的平均权重，不予读取：使用最后一步的权重',

  // src/import/pytorch/modules.rs
  'it has neither a linear layer nor a convolution': '其中既没有线性层，也没有卷积',
  "activations are called by the module's own code: one between the layers, one at the end":
    '激活函数由模块自身的代码调用：各层之间一个，最后一个',
  'the layers run in the order in which the module defines them': '各层按模块中定义的顺序执行',
  '“{name}” ({class}) has no numbers and only changes shapes':
    '“{name}”（{class}）没有数值，只改变形状',
  '“{name}” is of the class {class}, which Ganvas does not support':
    '“{name}”属于 {class} 类，不受支持',
  '“{name}” has a weight of {dims}': '“{name}”的权重形状为 {dims}',
  '“{name}” pads by {mode}; only zeros are supported': '“{name}”以 {mode} 填充，只支持零填充',
  '“{name}” pads more than there is': '“{name}”的填充过大，什么也不剩',
  '{features} features are no square image of {channels} channels':
    '{features} 个特征不能构成 {channels} 通道的正方形图像',
  '“{name}” looks labels up inside the network': '“{name}”在网络内部查找标签',
  '“{name}” normalises groups of channels': '“{name}”按通道组归一化，不受支持',
  '“{name}” makes {sizes}, which is no image': '“{name}”得到 {sizes}，不是图像',
  '“{name}” is of the class {class}, which adds or joins branches by code that is not in the file: export the model by torch.onnx.export, and import the ONNX file':
    '“{name}”属于类 {class}，它用不在文件中的代码合并分支：请用 torch.onnx.export 导出模型，再导入该 ONNX 文件',

  // src/import/pytorch/pads.rs
  '“{name}” ({class}) does not count all pixels under its kernel, which Ganvas does not support':
    '“{name}”（{class}）不计入卷积核下的全部像素，不受支持',

  // src/import/pytorch/pickle.rs
  '{why} (pickle, byte {place})': '{why}（pickle，第 {place} 字节）',
  'it makes more than {most} values': '生成的值超过 {most} 个',
  'its operation 0x{code} does not occur in pickles that PyTorch writes':
    '操作 0x{code} 不属于 PyTorch 写出的 pickle',
  'a number cannot be read': '有一个数无法读取',
  'its stack runs empty': '栈为空',
  'it puts values into something other than a container': '把值放入了非容器',
  'it recalls what it never kept': '取用了从未保存的值',
  'a class has no name': '有一个类没有名称',
  'it gives a state to something other than an object': '给非对象设置了状态',
  'an object has no class': '有一个对象没有类',
  'it looks for a mark that is not there': '找不到标记',
  'it ends too early': '提前结束',
  'a line is no text': '有一行不是文本',

  // src/import/pytorch/settings.rs
  '“{name}” has a {setting} that is no size': '“{name}”的 {setting} 不是大小',

  // src/import/pytorch/storage.rs
  'its tensors lie in more than {most} bytes; pick a part with {key}':
    '张量所占超过 {most} 字节，请用 {key} 选择一部分',
  'its shape {dims} does not fit its storage': '形状为 {dims} 的张量位置无效',
  'a tensor of {dims} lies beyond its storage “{name}” of {bytes} bytes':
    '形状为 {dims} 的张量超出其 {bytes} 字节的存储“{name}”',
  'a tensor is not built as PyTorch builds it': '有一个张量的构造方式与 PyTorch 不同',
  'its numbers are of the type {dtype}, which is not read': '数的类型 {dtype} 不受支持',

  // src/import/range.rs
  'it clips numbers to {low} to {high}, which is no range': '把数限制在 {low} 到 {high} 之间',
  'images are −1 to 1: neither tanh nor sigmoid ends the generator':
    '图像的范围为 −1 到 1：生成器的末尾既不是 tanh 也不是 sigmoid',
  'images from {low} to {high} are brought to 0 to 1': '把 {low} 到 {high} 的图像变换到 0 到 1',

  // src/kind/mod.rs
  'get the file again': '请重新获取文件',
  'get the file itself, as by “git lfs pull”': '请获取文件本身，例如用“git lfs pull”',
  'download the file itself, not the page about it': '请下载文件本身，而不是介绍它的网页',
  'take the file of the same name without “._”': '请使用不带“._”的同名文件',
  'unpack it first': '请先解压',
  'it can be trained on': '可以用来训练',
  'save it as PNG or JPEG to train on it': '请另存为 PNG 或 JPEG 以用于训练',
  'save its frames as PNG or JPEG to train on them': '请把各帧另存为 PNG 或 JPEG 以用于训练',
  "it is to be imported, as another program's generator": '请作为其他程序的生成器导入',
  'save it as ONNX or Keras (.h5, .keras) to import it':
    '请另存为 ONNX 或 Keras（.h5、.keras）以便导入',
  'save its images as PNG files, or as IDX, to train on them':
    '请把其中的图像另存为 PNG 或 IDX 以用于训练',
  'a safetensors file': 'safetensors 文件',
  'nothing at all': '空文件',
  '{kind}: {hint}': '{kind}（{hint}）',

  // src/kind/signatures.rs
  'a PNG image': 'PNG 图像',
  'a JPEG image': 'JPEG 图像',
  'a GIF image': 'GIF 图像',
  'a TIFF image': 'TIFF 图像',
  'an AVIF image': 'AVIF 图像',
  'a HEIC image': 'HEIC 图像',
  'a JPEG XL image': 'JPEG XL 图像',
  'a JPEG 2000 image': 'JPEG 2000 图像',
  'a Photoshop file': 'Photoshop 文件',
  'an icon': '图标',
  'a PDF file': 'PDF 文件',
  'a film': '视频',
  'a gzip file': 'gzip 文件',
  'a 7z archive': '7z 压缩包',
  'a RAR archive': 'RAR 压缩包',
  'an xz file': 'xz 文件',
  'a Zstandard file': 'Zstandard 文件',
  'a bzip2 file': 'bzip2 文件',
  'an LZ4 file': 'LZ4 文件',
  'a tar archive': 'tar 归档',
  'an HDF5 file': 'HDF5 文件',
  'a TensorFlow Lite model': 'TensorFlow Lite 模型',
  'a GGUF model': 'GGUF 模型',
  'a NumPy array': 'NumPy 数组',
  'a Parquet table': 'Parquet 表',
  'an Arrow table': 'Arrow 表',
  'a MATLAB file': 'MATLAB 文件',
  'an SQLite database': 'SQLite 数据库',
  'a companion file of macOS': 'macOS 的附属文件',
  'a program': '程序',
  'a WebP image': 'WebP 图像',
  'an IDX file': 'IDX 文件',
  'a BMP image': 'BMP 图像',
  'a pickle, as PyTorch and Python write them': 'PyTorch 和 Python 写出的 pickle',
  'a TensorFlow SavedModel': 'TensorFlow 的 SavedModel',
  'an ONNX model': 'ONNX 模型',
  'a frozen TensorFlow graph': 'TensorFlow 冻结图',
  'the index of a TensorFlow checkpoint': 'TensorFlow 检查点的索引',
  'a PyTorch file': 'PyTorch 文件',
  'a Keras archive': 'Keras 归档',
  'an archive of NumPy arrays': 'NumPy 数组的归档',
  'a ZIP archive': 'ZIP 压缩包',

  // src/kind/text.rs
  'a Git LFS pointer': 'Git LFS 指针文件',
  'an SVG image': 'SVG 图像',
  "a server's message of an error": '服务器的错误信息',
  XML: 'XML 文件',
  'a web page': '网页',
  "TensorFlow's list of checkpoints, which holds no numbers":
    'TensorFlow 的检查点列表，其中没有数值',
  'a table as text (CSV)': '文本表格（CSV）',
  text: '文本',
  'a TensorFlow.js graph model': 'TensorFlow.js 的 graph 模型',
  "a TensorFlow.js model's description": 'TensorFlow.js 模型的描述',
  "a Keras model's description": 'Keras 模型的描述',
  JSON: 'JSON 文件',

  // src/layers/draft.rs
  'It is {found}; it must be {expected}.': '这里是 {found}；应为{expected}。',
  'A layer is an object, not {found}.': '层应是对象，而不是 {found}。',
  'It has no field “layer”, which says what kind of layer it is.': '缺少说明层种类的字段“layer”。',
  'There is no kind of layer called {kind}.': '没有名为 {kind} 的层。',
  'A {kind} has no field called {name}.': '{kind} 没有名为 {name} 的字段。',
  'The field {name} is missing; it must be {expected}.': '缺少字段 {name}；应为{expected}。',
  'The field {name} is {found}; it must be {expected}.': '字段 {name} 是 {found}；应为{expected}。',

  // src/layers/forms.rs
  'a whole number, 0 or more': '不小于 0 的整数',
  'a number': '数',
  'true or false': 'true 或 false',
  'a size, as 64, w, 2w or 8w*height/16': '大小，例如 64、w、2w 或 8w*height/16',
  'two sizes: height and width': '两个大小：高度和宽度',
  'three sizes: channels, height and width': '三个大小：通道数、高度和宽度',
  'a whole number, or two: rows and columns': '一个整数，或行和列两个整数',
  '“same”, a whole number, or four: top, bottom, left and right':
    '“same”、一个整数，或上下左右四个整数',
  'a way to draw initial weights': '抽取初始权重的方式',
  'one of {names}': '{names} 之一',
  'a list of layers': '层的列表',

  // src/layers/pad.rs
  "a pad layer's padding is 0 to {most} pixels, one number or four":
    'pad 层的 padding 为 0 到 {most} 像素，用一个或四个数表示',
  '{side} pixels cannot be mirrored for {more} more: at most one less is possible':
    '{side} 个像素无法再镜像出 {more} 个：最多比它少一个',

  // src/layers/product.rs
  'its first branch makes {first}, its second {second}, and the two are to be multiplied: let both make the same':
    '第一个分支产生 {first}，第二个产生 {second}，二者要相乘：请使其形状相同',

  // src/sentence.rs
  '{first}, {rest}': '{first}、{rest}',
  '{features} features': '{features} 个特征',
  '{channels} channels of {height}×{width}': '{channels} 个 {height}×{width} 的通道',
  // src/layers/affine.rs
  '{inputs} channels in and {outputs} out are not in {groups} equal groups':
    '输入 {inputs} 个通道与输出 {outputs} 个通道不能分成 {groups} 个相等的组',
  // src/layers/attention.rs
  'its query makes {query}, its key {key} and its value {value}: query and key need as many channels, key and value images of one size':
    'query 得到{query}，key 得到{key}，value 得到{value}：query 与 key 需要相同的通道数，key 与 value 需要同样大小的图像',
  // src/layers/avg_pool.rs
  "a kernel of {kernel} does not divide the image's sides": '卷积核 {kernel} 不能整除图像的边长',
  // src/layers/blur_pool.rs
  'a size of {size} is not 1 to 16': '大小 {size} 不在 1 到 16 之间',
  'a stride of {stride} is not 1 to 16': '步幅 {stride} 不在 1 到 16 之间',
  // src/layers/concat.rs
  'its first branch makes {first}, its second {second}, and their channels are to stand side by side: let both make images of one size':
    '第一个分支得到{first}，第二个得到{second}，而它们的通道要并排：请让两者得到同样大小的图像',
  // src/layers/checks.rs, planned.rs
  'it lies inside of {most} other layers, and may have none inside itself':
    '它位于 {most} 个其他层之内，自身不能再包含层',
  'a {what} of {value} is not finite': '{what} 为 {value}，不是有限值',
  // src/layers/pixel_unshuffle.rs
  "a factor of {factor} does not divide the image's sides": '倍数 {factor} 不能整除图像的边长',
  // src/layers/residual.rs
  'its body makes {body}, its shortcut {shortcut}, and the two are to be added: let both make the same':
    'body 得到{body}，shortcut 得到{shortcut}，而两者要相加：请让两者得到相同的形状',
  // src/layers/sequence.rs
  'a modulated convolution needs a style: put it into the synthesis of a style layer':
    'modulated-conv 需要风格：请放入 style 层的 synthesis 中',
  'layer {number} of its {branch} ({kind}) gets {shape}: {why}':
    '其 {branch} 的第 {number} 层（{kind}）得到{shape}：{why}',
  // src/recipe/classifier.rs
  "The auxiliary classifier's weight is {weight}; it must be 0 or more.":
    '辅助分类器的权重为 {weight}；必须不小于 0。',
  // src/layers/modulated_conv.rs
  'goes by a style, and a gradient penalty cannot be taken through it':
    '取决于风格，无法对其计算梯度惩罚',
  // src/layers/style.rs
  'its mapping makes a style of {made} numbers, but a modulated convolution of its synthesis takes {wanted}':
    '其 mapping 得到 {made} 个数的风格，而 synthesis 中的 modulated-conv 需要 {wanted} 个',
  // src/recipe/groups.rs
  "takes images in groups of {group}, and a batch of {batch} does not consist of whole ones: change the batch or the layer's “group”":
    '按每组 {group} 张处理图像，而批量大小 {batch} 不能分成完整的组：请更改批量大小或该层的“group”',
  'makes an image depend on the others that are drawn with it: only a discriminator may have it':
    '会使图像受一同绘制的其他图像影响：只有判别器可以使用它',
  // src/layers/minibatch_std.rs
  'a group of {group} is not 1 to {most}': '分组 {group} 不在 1 到 {most} 之间',
  '{channels} channels are not in {features} equal parts':
    '{channels} 个通道不能分成 {features} 个相等的部分',
  // src/layers/max_pool.rs
  'its kernel of {kernel} lies beyond the image at an edge: let the padding be less':
    '大小为 {kernel} 的卷积核在边缘处完全位于图像之外：请减小填充',
  // src/import/onnx/pools.rs
  'its kernel has gaps or reaches beyond its pads (dilations, auto_pad, ceil_mode)':
    '其卷积核有间隔，或超出其填充（dilations、auto_pad、ceil_mode）',
  // src/import/pytorch/pads.rs
  '“{name}” ({class}) has gaps in its kernel or reaches beyond its padding, which Ganvas does not support':
    '“{name}”（{class}）的卷积核有间隔，或超出其填充，Ganvas 不支持',
  'The batches of “{name}” are too large: they have {size} MB; the limit is {most}.':
    '“{name}”的批次文件过大：共 {size} MB，上限为 {most} MB。',
  '“{file}” does not belong to the batches before it: one is of CIFAR-10, the other of CIFAR-100. Take those of one data set.':
    '“{file}”与之前的批次不属于同一数据集：一个属于 CIFAR-10，另一个属于 CIFAR-100。请只选择同一数据集的文件。',
  '“{name}” has no batch of CIFAR in it: expected data_batch_1.bin and the like, or train.bin.':
    '“{name}”中没有 CIFAR 的批次文件：需要 data_batch_1.bin 等，或 train.bin。',
  '{count} bytes': '{count} 字节',
  '“{name}” is no batch of CIFAR: expected records of 3073 bytes (CIFAR-10) or 3074 (CIFAR-100), each the labels and 32×32 colours, or a pickle with “data” and “labels”; found {found}.':
    '“{name}”不是 CIFAR 的批次文件：需要每条 3073 字节（CIFAR-10）或 3074 字节（CIFAR-100）的记录，内含标签和 32×32 的彩色像素，或含有“data”和“labels”的 pickle；实际为{found}。',
  'a pickle that breaks off, or holds something else': '不完整或内容不符的 pickle',
  'expected a row of numbers, as label,pixel0,pixel1,…, found one column':
    '需要一行数字，如 label,pixel0,pixel1,…，却只有一列',
  'it has {pixels} columns of pixels; expected the pixels of square images, as 784 of 28×28, or 2352 of 28×28 in colour':
    '它有 {pixels} 列像素；需要正方形图像的像素，例如 28×28 为 784，彩色 28×28 为 2352',
  'its first line has no end': '第一行没有结尾',
  'it is empty': '它是空的',
  'it is {found}': '该文件是{found}',
  'line {line} has {found} columns; expected {expected}':
    '第 {line} 行有 {found} 列；应为 {expected} 列',
  'it is too large: the limit is {most} MiB of pixels': '它过大：像素上限为 {most} MiB',
  'line {line} has more columns than the first; expected {expected}':
    '第 {line} 行的列数多于第一行；应为 {expected} 列',
  'line {line}, column {column} holds “{found}”; expected a whole number from 0 to 255':
    '第 {line} 行第 {column} 列是“{found}”；应为 0 到 255 的整数',
  'The table “{name}” cannot be trained on: {why}.': '无法用表格“{name}”训练：{why}。',
  'An image of {height}×{width} pixels was expected, four bytes each; found {bytes} bytes.':
    '需要 {height}×{width} 像素（每像素四字节）的图像；实际为 {bytes} 字节。',
  'This table is finished already.': '此表格已经读取完毕。',
}
