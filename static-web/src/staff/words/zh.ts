/** Every word that the staff's pages say of their own. */
export const zh = {
  note: '工作人员',
  titles: { signIn: '工作人员登录', home: '工作台' },
  signIn: {
    title: '工作人员登录',
    userName: '用户名',
    password: '密码',
    submit: '登录',
  },
  home: {
    welcome: (name: string) => `${name}，您已登录。`,
  },
}

export type StaffWords = typeof zh
