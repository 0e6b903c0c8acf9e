// Words under which people look for a function whose name and text do not have them, or not in front of all else.

/** @type {Readonly<Record<string, readonly string[]>>} */
export const keywords = {
  checkReport: ['check', 'validate', 'verify', 'validation', '校验', '核对', '勾稽'],
  startChecking: ['session', 'typing', 'form', '边填边核对', '表单'],
  readReport: ['read', 'import', 'open', '读取', '导入'],
  parseReport: ['parse', 'schema', 'json', '解析'],
  renderReport: ['render', 'export', 'write', '生成', '导出'],
  checkFiles: ['folder', 'batch', '文件夹', '批量'],
  rollUp: ['sum', 'aggregate', '汇总'],
  completeTotals: ['totals', 'sum', '合计', '总计'],
  definePack: ['region', 'pack', '规则包'],
  toRow: ['database', 'row', '数据库'],
};
