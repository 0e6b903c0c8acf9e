// What the service says when it cannot do what is asked, as problem+json (RFC 9457).

/** An answer that says why there is none, and, if there are several reasons, lists them. */
export function problem(status, { title, detail }, problems) {
  const body = JSON.stringify({
    type: 'about:blank',
    status,
    title,
    detail,
    ...(problems ? { problems } : {}),
  });
  return { status, type: 'application/problem+json; charset=utf-8', body };
}

export const words = {
  busy: {
    'zh-CN': { title: '服务繁忙', detail: '正在处理的请求已满，请按 Retry-After 所示的秒数稍后重试' },
    en: {
      title: 'Busy',
      detail: 'As many requests as can be are being worked on; try again after Retry-After',
    },
  },
  tooLarge: (megabytes) => ({
    'zh-CN': { title: '文件过大', detail: `文件不得超过 ${megabytes} MB；请压缩其中的图片后再提交` },
    en: { title: 'Too large', detail: `A file may have ${megabytes} MB at most; compress its pictures` },
  }),
  tooLong: (seconds) => ({
    'zh-CN': {
      title: '处理超时',
      detail: `${seconds} 秒内没有处理完，已经停止；请检查文件是否损坏，或者分批提交`,
    },
    en: {
      title: 'Took too long',
      detail: `It was stopped after ${seconds} seconds; is the file damaged? Post less at once`,
    },
  }),
  tooMuch: {
    'zh-CN': {
      title: '占用内存过多',
      detail: '处理所需内存超过限额，已经停止；请检查文件是否损坏，或者分批提交',
    },
    en: { title: 'Needs too much memory', detail: 'It was stopped; is the file damaged? Post less at once' },
  },
  empty: {
    'zh-CN': { title: '没有内容', detail: '请求没有正文；请把报告文件或者 JSON 放在正文里' },
    en: { title: 'Nothing there', detail: 'The request has no body: send a file, or JSON' },
  },
  notJson: {
    'zh-CN': {
      title: '不是 JSON',
      detail: '正文标明是 application/json，但不是有效的 JSON；文件请用 application/octet-stream 提交',
    },
    en: {
      title: 'Not JSON',
      detail: 'The body says that it is application/json and is not; send files as application/octet-stream',
    },
  },
  onlyJson: {
    'zh-CN': {
      title: '需要 JSON',
      detail: '汇总的正文是 JSON：{ year, reports, members, parent, besides }；文件请先用 /read 读成 JSON',
    },
    en: {
      title: 'JSON only',
      detail:
        'A roll-up takes JSON, { year, reports, members, parent, besides }; turn files into JSON by /read',
    },
  },
  notAReport: {
    'zh-CN': { title: '不是报告', detail: '正文不符合接口约定，逐条见 problems；约定见 /openapi.json' },
    en: { title: 'Not a report', detail: 'The body is not what was agreed: see problems, and /openapi.json' },
  },
  unreadable: {
    'zh-CN': { title: '文件无法读取', detail: '没有从文件中读出报告，原因见 problems' },
    en: { title: 'Unreadable', detail: 'No report was read from the file: see problems' },
  },
  noFormat: (formats) => ({
    'zh-CN': { title: '没有这种格式', detail: `to 可以是 ${formats.join('、')}` },
    en: { title: 'No such format', detail: `“to” may be ${formats.join(', ')}` },
  }),
  refused: (detail) => ({
    'zh-CN': { title: '不能处理', detail },
    en: { title: 'Cannot be done', detail },
  }),
  notFound: {
    'zh-CN': { title: '没有这个地址', detail: '可用的地址见 /openapi.json' },
    en: { title: 'No such address', detail: 'See /openapi.json' },
  },
  failed: {
    'zh-CN': { title: '服务出错', detail: '没有处理完，原因在服务端；提交的内容没有保存' },
    en: { title: 'Failed', detail: 'It is the service’s fault; nothing of what was posted is kept' },
  },
};
