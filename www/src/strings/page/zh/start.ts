import type { PageStrings } from '../type'

export const start: PageStrings['start'] = {
  noScript: '此页面需要 JavaScript，但浏览器未在此运行它：请允许后重新加载。',
  oldBrowser:
    '此浏览器版本过旧，无法运行此页面：需要 Chrome 或 Edge 111、Safari 16.4、Firefox 114 或更新版本。',
  fromDisk:
    '此页面是从磁盘直接打开的，浏览器在这种情况下不会运行其脚本：请将该文件夹放到网页服务器上，或使用 npm start。',
  sandboxed:
    '此页面位于带 sandbox 的框架中，而其主机不允许框架读取脚本：主机须发送标头 Access-Control-Allow-Origin: *，或在框架的 sandbox 中加入 allow-same-origin。',
  unreachable: '此页面的一个脚本未能加载：请检查网络连接，然后重新加载页面。',
  broken: '此页面无法启动（{why}）：请重新加载，或换一个浏览器。',
}
