import type { PageStrings } from '../type'

export const faults: PageStrings['faults'] = {
  unreachable: '无法从 {host} 获取 {file}：{cause}。',
  unreachableElsewhere:
    '无法从 {host} 获取 {file}：{cause}。该服务器必须允许其他页面读取它（CORS）。',
  status: '无法从 {host} 获取 {file}：HTTP 状态 {status}。',
  webPage: '无法从 {host} 获取 {file}：服务器返回了网页。',
  stalled: '无法从 {host} 获取 {file}：已有 {seconds} 秒没有收到数据。',
  tooLarge: '无法从 {host} 获取 {file}：它超过 {most} MB。',
  notAnAddress: '“{address}”不是有效的网址。',
  engineStopped: '引擎意外停止（{cause}）。可以重新启动。',
  engineNotStarted: '引擎意外停止（无法启动它的 worker）。可以重新启动。',
  engineUnreadable: '引擎意外停止（无法读取来自它的 worker 的消息）。可以重新启动。',
  readerStopped: '导入器已停止：{cause}。请重试。',
  readerNotStarted: '无法加载导入器：请检查网络连接，然后重试。',
  readTooLong:
    '导入 {names} 超过 {minutes} 分钟，已被终止。可以用命令行（ganvas import）转换，它没有时间限制。',
}
