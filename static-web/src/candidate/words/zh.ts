/** Every word that the candidate's pages say of their own; stages, slots, findings and problems come from the server. */
export const zh = {
  note: '考生报名',
  titles: { signIn: '登录', home: '我的报名' },
  signIn: {
    title: '登录',
    lead: '请使用开通账号时登记的手机号登录。',
    phone: '手机号',
    sendCode: '获取验证码',
    code: '短信验证码',
    submit: '登录',
  },
}

export type CandidateWords = typeof zh
