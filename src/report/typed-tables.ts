/**
 * The figures of a report as types, each table, row and column with its label and unit, which editors and the pages of the
 * API show.
 *
 * Generated from src/form; `npx vitest run test/docs.test.ts -u` writes it anew. That the types have the rows and columns
 * of the form, and no others, test/report.test-d.ts says.
 */

/** The figures of a row of 表二第二十条第（一）项, by column. */
export type DocumentsRow2019<Figure> = {
  /** 表二第二十条第（一）项“本年新制作数量”列 · 件 */
  newlyMade: Figure;
  /** 表二第二十条第（一）项“本年新公开数量”列 · 件 */
  newlyDisclosed: Figure;
  /** 表二第二十条第（一）项“对外公开总数量”列 · 件 */
  totalDisclosed: Figure;
};

/** The figures of a row of 表二第二十条第（五）项, by column. */
export type LicensingRow2019<Figure> = {
  /** 表二第二十条第（五）项“上一年项目数量”列 · 件 */
  itemsPreviousYear: Figure;
  /** 表二第二十条第（五）项“本年增/减”列 · 件 */
  change: Figure;
  /** 表二第二十条第（五）项“处理决定数量”列 · 件 */
  decisions: Figure;
};

/** The figures of a row of 表二第二十条第（六）项, by column. */
export type EnforcementRow2019<Figure> = {
  /** 表二第二十条第（六）项“上一年项目数量”列 · 件 */
  itemsPreviousYear: Figure;
  /** 表二第二十条第（六）项“本年增/减”列 · 件 */
  change: Figure;
  /** 表二第二十条第（六）项“处理决定数量”列 · 件 */
  decisions: Figure;
};

/** The figures of a row of 表二第二十条第（八）项, by column. */
export type FeesRow2019<Figure> = {
  /** 表二第二十条第（八）项“上一年项目数量”列 · 件 */
  itemsPreviousYear: Figure;
  /** 表二第二十条第（八）项“本年增/减”列 · 件 */
  change: Figure;
};

/** The figures of a row of 表二第二十条第（九）项, by column. */
export type ProcurementRow2019<Figure> = {
  /** 表二第二十条第（九）项“采购项目数量”列 · 件 */
  items: Figure;
  /** 表二第二十条第（九）项“采购总金额”列 · 元、万元 */
  totalAmount: Figure;
};

/** The figures of a row of 表三, by column. */
export type ApplicationsRow<Figure> = {
  /** 表三“自然人”列 · 件 */
  naturalPerson: Figure;
  /** 表三“商业企业”列 · 件 */
  commercialEnterprise: Figure;
  /** 表三“科研机构”列 · 件 */
  researchInstitution: Figure;
  /** 表三“社会公益组织”列 · 件 */
  socialWelfareOrganization: Figure;
  /** 表三“法律服务机构”列 · 件 */
  legalServiceInstitution: Figure;
  /** 表三“其他”列 · 件 */
  otherOrganization: Figure;
  /** 表三“总计”列 · 件 */
  total: Figure;
};

/** The figures of a row of 表四, by column. */
export type DisputesRow<Figure> = {
  /** 表四“结果维持”列 · 件 */
  upheld: Figure;
  /** 表四“结果纠正”列 · 件 */
  corrected: Figure;
  /** 表四“其他结果”列 · 件 */
  otherOutcome: Figure;
  /** 表四“尚未审结”列 · 件 */
  pending: Figure;
  /** 表四“总计”列 · 件 */
  total: Figure;
};

/** The figures of a row of 表二第二十条第（一）项, by column. */
export type DocumentsRow2021<Figure> = {
  /** 表二第二十条第（一）项“本年制发件数”列 · 件 */
  issued: Figure;
  /** 表二第二十条第（一）项“本年废止件数”列 · 件 */
  repealed: Figure;
  /** 表二第二十条第（一）项“现行有效件数”列 · 件 */
  inForce: Figure;
};

/** The figures of a row of 表二第二十条第（五）项, by column. */
export type LicensingRow2021<Figure> = {
  /** 表二第二十条第（五）项“本年处理决定数量”列 · 件 */
  decisions: Figure;
};

/** The figures of a row of 表二第二十条第（六）项, by column. */
export type EnforcementRow2021<Figure> = {
  /** 表二第二十条第（六）项“本年处理决定数量”列 · 件 */
  decisions: Figure;
};

/** The figures of a row of 表二第二十条第（八）项, by column. */
export type FeesRow2021<Figure> = {
  /** 表二第二十条第（八）项“本年收费金额（单位：万元）”列 · 万元 */
  amountWan: Figure;
};

/** The figures of all tables of the form of 2019: `tables.applications.granted.total`. */
export type Tables2019<Figure> = {
  /** 表二第二十条第（一）项（二、主动公开政府信息情况） */
  documents: {
    /** 表二第二十条第（一）项“规章” · 件 */
    rules: DocumentsRow2019<Figure>;
    /** 表二第二十条第（一）项“规范性文件” · 件 */
    normativeDocuments: DocumentsRow2019<Figure>;
  };
  /** 表二第二十条第（五）项（二、主动公开政府信息情况） */
  licensing: {
    /** 表二第二十条第（五）项“行政许可” · 件 */
    licenses: LicensingRow2019<Figure>;
    /** 表二第二十条第（五）项“其他对外管理服务事项” · 件 */
    otherServices: LicensingRow2019<Figure>;
  };
  /** 表二第二十条第（六）项（二、主动公开政府信息情况） */
  enforcement: {
    /** 表二第二十条第（六）项“行政处罚” · 件 */
    penalties: EnforcementRow2019<Figure>;
    /** 表二第二十条第（六）项“行政强制” · 件 */
    compulsion: EnforcementRow2019<Figure>;
  };
  /** 表二第二十条第（八）项（二、主动公开政府信息情况） */
  fees: {
    /** 表二第二十条第（八）项“行政事业性收费” · 件 */
    administrativeFees: FeesRow2019<Figure>;
  };
  /** 表二第二十条第（九）项（二、主动公开政府信息情况） */
  procurement: {
    /** 表二第二十条第（九）项“政府集中采购” · 件、元、万元 */
    centralizedProcurement: ProcurementRow2019<Figure>;
  };
  /** 表三（三、收到和处理政府信息公开申请情况） */
  applications: {
    /** 表三“一、本年新收政府信息公开申请数量” · 件 */
    newlyReceived: ApplicationsRow<Figure>;
    /** 表三“二、上年结转政府信息公开申请数量” · 件 */
    carriedOver: ApplicationsRow<Figure>;
    /** 表三“三（一）予以公开” · 件 */
    granted: ApplicationsRow<Figure>;
    /** 表三“三（二）部分公开（区分处理的，只计这一情形，不计其他情形）” · 件 */
    partiallyGranted: ApplicationsRow<Figure>;
    /** 表三“三（三）1.属于国家秘密” · 件 */
    stateSecret: ApplicationsRow<Figure>;
    /** 表三“三（三）2.其他法律行政法规禁止公开” · 件 */
    prohibitedByLaw: ApplicationsRow<Figure>;
    /** 表三“三（三）3.危及‘三安全一稳定’” · 件 */
    securityOrStability: ApplicationsRow<Figure>;
    /** 表三“三（三）4.保护第三方合法权益” · 件 */
    thirdPartyRights: ApplicationsRow<Figure>;
    /** 表三“三（三）5.属于三类内部事务信息” · 件 */
    internalAffairs: ApplicationsRow<Figure>;
    /** 表三“三（三）6.属于四类过程性信息” · 件 */
    deliberativeProcess: ApplicationsRow<Figure>;
    /** 表三“三（三）7.属于行政执法案卷” · 件 */
    enforcementCaseFile: ApplicationsRow<Figure>;
    /** 表三“三（三）8.属于行政查询事项” · 件 */
    administrativeInquiry: ApplicationsRow<Figure>;
    /** 表三“三（四）1.本机关不掌握相关政府信息” · 件 */
    notHeld: ApplicationsRow<Figure>;
    /** 表三“三（四）2.没有现成信息需要另行制作” · 件 */
    requiresCreation: ApplicationsRow<Figure>;
    /** 表三“三（四）3.补正后申请内容仍不明确” · 件 */
    stillUnclear: ApplicationsRow<Figure>;
    /** 表三“三（五）1.信访举报投诉类申请” · 件 */
    petitionOrComplaint: ApplicationsRow<Figure>;
    /** 表三“三（五）2.重复申请” · 件 */
    duplicate: ApplicationsRow<Figure>;
    /** 表三“三（五）3.要求提供公开出版物” · 件 */
    publishedMaterial: ApplicationsRow<Figure>;
    /** 表三“三（五）4.无正当理由大量反复申请” · 件 */
    excessiveRepeated: ApplicationsRow<Figure>;
    /** 表三“三（五）5.要求行政机关确认或重新出具已获取信息” · 件 */
    confirmOrReissue: ApplicationsRow<Figure>;
    /** 表三“三（六）其他处理” · 件 */
    otherwiseHandled: ApplicationsRow<Figure>;
    /** 表三“三（七）总计” · 件 */
    totalProcessed: ApplicationsRow<Figure>;
    /** 表三“四、结转下年度继续办理” · 件 */
    carriedForward: ApplicationsRow<Figure>;
  };
  /** 表四（四、政府信息公开行政复议、行政诉讼情况） */
  disputes: {
    /** 表四“行政复议” · 件 */
    reconsideration: DisputesRow<Figure>;
    /** 表四“行政诉讼 未经复议直接起诉” · 件 */
    directLitigation: DisputesRow<Figure>;
    /** 表四“行政诉讼 复议后起诉” · 件 */
    litigationAfterReconsideration: DisputesRow<Figure>;
  };
};

/** The figures of all tables of the form of 2021: `tables.applications.granted.total`. */
export type Tables2021<Figure> = {
  /** 表二第二十条第（一）项（二、主动公开政府信息情况） */
  documents: {
    /** 表二第二十条第（一）项“规章” · 件 */
    rules: DocumentsRow2021<Figure>;
    /** 表二第二十条第（一）项“行政规范性文件” · 件 */
    normativeDocuments: DocumentsRow2021<Figure>;
  };
  /** 表二第二十条第（五）项（二、主动公开政府信息情况） */
  licensing: {
    /** 表二第二十条第（五）项“行政许可” · 件 */
    licenses: LicensingRow2021<Figure>;
  };
  /** 表二第二十条第（六）项（二、主动公开政府信息情况） */
  enforcement: {
    /** 表二第二十条第（六）项“行政处罚” · 件 */
    penalties: EnforcementRow2021<Figure>;
    /** 表二第二十条第（六）项“行政强制” · 件 */
    compulsion: EnforcementRow2021<Figure>;
  };
  /** 表二第二十条第（八）项（二、主动公开政府信息情况） */
  fees: {
    /** 表二第二十条第（八）项“行政事业性收费” · 万元 */
    administrativeFees: FeesRow2021<Figure>;
  };
  /** 表三（三、收到和处理政府信息公开申请情况） */
  applications: {
    /** 表三“一、本年新收政府信息公开申请数量” · 件 */
    newlyReceived: ApplicationsRow<Figure>;
    /** 表三“二、上年结转政府信息公开申请数量” · 件 */
    carriedOver: ApplicationsRow<Figure>;
    /** 表三“三（一）予以公开” · 件 */
    granted: ApplicationsRow<Figure>;
    /** 表三“三（二）部分公开（区分处理的，只计这一情形，不计其他情形）” · 件 */
    partiallyGranted: ApplicationsRow<Figure>;
    /** 表三“三（三）1.属于国家秘密” · 件 */
    stateSecret: ApplicationsRow<Figure>;
    /** 表三“三（三）2.其他法律行政法规禁止公开” · 件 */
    prohibitedByLaw: ApplicationsRow<Figure>;
    /** 表三“三（三）3.危及‘三安全一稳定’” · 件 */
    securityOrStability: ApplicationsRow<Figure>;
    /** 表三“三（三）4.保护第三方合法权益” · 件 */
    thirdPartyRights: ApplicationsRow<Figure>;
    /** 表三“三（三）5.属于三类内部事务信息” · 件 */
    internalAffairs: ApplicationsRow<Figure>;
    /** 表三“三（三）6.属于四类过程性信息” · 件 */
    deliberativeProcess: ApplicationsRow<Figure>;
    /** 表三“三（三）7.属于行政执法案卷” · 件 */
    enforcementCaseFile: ApplicationsRow<Figure>;
    /** 表三“三（三）8.属于行政查询事项” · 件 */
    administrativeInquiry: ApplicationsRow<Figure>;
    /** 表三“三（四）1.本机关不掌握相关政府信息” · 件 */
    notHeld: ApplicationsRow<Figure>;
    /** 表三“三（四）2.没有现成信息需要另行制作” · 件 */
    requiresCreation: ApplicationsRow<Figure>;
    /** 表三“三（四）3.补正后申请内容仍不明确” · 件 */
    stillUnclear: ApplicationsRow<Figure>;
    /** 表三“三（五）1.信访举报投诉类申请” · 件 */
    petitionOrComplaint: ApplicationsRow<Figure>;
    /** 表三“三（五）2.重复申请” · 件 */
    duplicate: ApplicationsRow<Figure>;
    /** 表三“三（五）3.要求提供公开出版物” · 件 */
    publishedMaterial: ApplicationsRow<Figure>;
    /** 表三“三（五）4.无正当理由大量反复申请” · 件 */
    excessiveRepeated: ApplicationsRow<Figure>;
    /** 表三“三（五）5.要求行政机关确认或重新出具已获取信息” · 件 */
    confirmOrReissue: ApplicationsRow<Figure>;
    /** 表三“三（六）1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请” · 件 */
    correctionOverdue: ApplicationsRow<Figure>;
    /** 表三“三（六）2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请” · 件 */
    feeUnpaid: ApplicationsRow<Figure>;
    /** 表三“三（六）3.其他” · 件 */
    otherHandling: ApplicationsRow<Figure>;
    /** 表三“三（七）总计” · 件 */
    totalProcessed: ApplicationsRow<Figure>;
    /** 表三“四、结转下年度继续办理” · 件 */
    carriedForward: ApplicationsRow<Figure>;
  };
  /** 表四（四、政府信息公开行政复议、行政诉讼情况） */
  disputes: {
    /** 表四“行政复议” · 件 */
    reconsideration: DisputesRow<Figure>;
    /** 表四“行政诉讼 未经复议直接起诉” · 件 */
    directLitigation: DisputesRow<Figure>;
    /** 表四“行政诉讼 复议后起诉” · 件 */
    litigationAfterReconsideration: DisputesRow<Figure>;
  };
};

/** The figures of all tables, by edition of the form. */
export type TablesByEdition<Figure> = {
  /** 国办公开办函〔2019〕60号 */
  '2019': Tables2019<Figure>;
  /** 国办公开办函〔2021〕30号 */
  '2021': Tables2021<Figure>;
};
