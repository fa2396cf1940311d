/** Words that both front ends use. */
export const zh = {
  system: '在职干部研究生报名系统',
  skip: '跳到正文',
  language: 'English',
  signOut: '退出登录',
  loading: '正在打开……',
  save: '保存',
  cancel: '取消',
  close: '关闭',
  confirm: '确认',
  back: '返回',
  retry: '重试',
  yes: '是',
  no: '否',
  days: (count: number) => `${count} 天`,
  hours: (count: number) => `${count} 小时`,
  minutes: (count: number) => `${count} 分钟`,
  seconds: (count: number) => `${count} 秒`,
  problems: {
    offline: '连接不上服务器。请检查网络，您填写的内容仍在本页，可以稍后重试。',
    broken: '服务器没有给出可以理解的回答，请稍后重试。',
  },
  notFound: {
    title: '没有这个页面',
    text: '网址可能写错了，或者页面已经移走。',
    home: '回到首页',
  },
}

export type SharedWords = typeof zh
