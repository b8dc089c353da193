import type { PageStrings } from '../type'

export const reasons: PageStrings['reasons'] = {
  noWebGpu: '此浏览器不支持 WebGPU。',
  insecure: 'WebGPU 需要安全的页面：请通过 https:// 或从 localhost 打开本页。',
  noAdapter: '此浏览器支持 WebGPU，但没有找到可用的图形适配器。',
  softwareAdapter: '这里唯一的 WebGPU 适配器是软件实现（{adapter}），比 CPU 后端慢。',
  silent: '已请求 WebGPU，但它在 {seconds} 秒内没有响应。',
  notOpened: '无法打开 WebGPU：{error}。',
}
