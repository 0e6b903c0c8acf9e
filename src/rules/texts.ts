import { numberFromChinese } from '../form/chinese-numerals.ts';
import { simplified } from '../form/simplified.ts';
import type { SectionId } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { borrowedText } from './borrowed-text.ts';
import { formOfRules, law, notice, practice } from './cited.ts';
import { defineRule } from './define-rule.ts';
import { MAX_QUOTED, quotedMatch, sectionText } from './narrative-text.ts';
import { personalData } from './personal-data.ts';
import { type CheckContext, type Outcome, type Rule, violation } from './rule.ts';
import { partName } from './section-labels.ts';

/** What templates leave to be filled in. */
const PLACEHOLDERS = [
  // ××条, XX年, **件
  /(?<![A-Za-z\d×✕Ｘ*＊])(?:[×✕]+|[XxＸ]{2,}|[*＊]{2,})(?=[年月日条件次个份篇期场项人元])/gu,
  // 信息  条, 规范性文件 ____ 件
  /(?<=\p{Script=Han})(?:[ \u3000]{2,}|[ \u3000]*_{2,}[ \u3000]*)[条件次份篇期场](?![例款目件数形文])/gu,
  /_{3,}/gu,
  /[（(【[]\s{0,4}(?:此处|请(?:填|写|在此))[^）)】\]]{0,40}[）)】\]]/gu,
] as const;

/** Bases of the report that others have replaced, and what is cited instead. */
const SUPERSEDED = [
  {
    words: /国办公开办函\s*[〔[［（(【]\s*2019\s*[〕\]］）)】]\s*60\s*号/u,
    instead: { 'zh-CN': `${formOfRules.source.label}`, en: formOfRules.source.english },
  },
  {
    words: /(?:国务院令?|令)\s{0,3}第?\s{0,3}492\s{0,3}号/u,
    instead: { 'zh-CN': '国务院令第711号', en: 'Order No. 711 of the State Council' },
  },
] as const;

/** How many parts a preamble says that the report has. */
const PARTS_ANNOUNCED = /(?<number>[一二三四五六七八九十]|\d{1,2})\s{0,3}个?\s{0,3}(?:部分|项内容|方面内容)/u;

/** By which words a preamble names the sections. */
const SECTION_WORDS: Readonly<Partial<Record<SectionId, RegExp>>> = {
  overview: /总体|概述|基本情况/u,
  proactiveDisclosure: /主动公开/u,
  applications: /申请/u,
  disputes: /复议|诉讼/u,
  problemsAndImprovements: /问题|改进/u,
  otherMatters: /其他/u,
};

/** From this many sections named, the preamble lists them. */
const MIN_LISTED = 4;

/** The rules about what a text still holds, or must not hold. */
export const textRules: readonly Rule[] = [
  defineRule({
    id: 'STR-13',
    family: 'structure',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': '模板中待填的地方都已填写，没有留下“××”“____”或者空着的数字',
      en: 'nothing of the template is left to be filled in, such as ××, ____ or a missing number',
    },
    authority: practice(
      '怀化市 2021 年通知（数据精确、文字严谨）',
      'a notice of 怀化 (2021): exact figures, careful text',
    ),
    reads: [],
    check: ({ report, form }) =>
      eachSection(report, (text, section) => {
        const found = PLACEHOLDERS.map((words) => simplified(text).search(words)).filter((at) => at >= 0);
        if (found.length === 0) return [];
        const words = quoteAround(text, Math.min(...found));
        const where = partName(section, form.id);
        return [
          violation({
            'zh-CN': `${where['zh-CN']}有未填写之处：“${words}”；请填写或者删去`,
            en: `${where.en} has a placeholder that was not filled in: “${words}”; fill it in or delete it`,
          }),
        ];
      }),
  }),
  defineRule({
    id: 'STR-14',
    family: 'structure',
    scope: 'narrative',
    severity: 'info',
    text: {
      'zh-CN': '编制依据是现行的条例和格式',
      en: 'the basis cited is the Regulations and the form in force',
    },
    authority: notice('（代替国办公开办函〔2019〕60号）', ', which replaces 国办公开办函〔2019〕60号'),
    reads: [],
    check: ({ report, form }) =>
      eachSection(report, (text, section) =>
        SUPERSEDED.flatMap(({ words, instead }) => {
          const cited = quotedMatch(text, words);
          const where = partName(section, form.id);
          return cited === undefined
            ? []
            : [
                violation({
                  'zh-CN': `${where['zh-CN']}的依据写的是“${cited}”，已由${instead['zh-CN']}代替；请核对`,
                  en: `${where.en} cites “${cited}”, which ${instead.en} has replaced; check it`,
                }),
              ];
        }),
      ),
  }),
  defineRule({
    id: 'STR-15',
    family: 'structure',
    scope: 'narrative',
    severity: 'error',
    text: {
      'zh-CN': '文字中没有个人信息：身份证号码、联系方式以外的手机号码、银行账号',
      en: 'the text holds no personal data: identity numbers, mobile numbers other than contacts, bank accounts',
    },
    authority: law('第十五条', 'article 15'),
    reads: [],
    check: ({ report, form }) =>
      eachSection(report, (text, section) =>
        personalData(text).map(({ kind, masked, severity }) => {
          const where = partName(section, form.id);
          return violation(
            {
              'zh-CN': `${where['zh-CN']}中“${masked}”疑似${kind['zh-CN']}，公布前请核对，删除或者遮盖`,
              en: `${where.en}: “${masked}” looks like ${kind.en}; check it, and delete or mask it before publication`,
            },
            { severity },
          );
        }),
      ),
  }),
  defineRule({
    id: 'STR-16',
    family: 'structure',
    scope: 'narrative',
    severity: 'info',
    text: {
      'zh-CN': '前言说到报告由几部分组成的，与格式一致',
      en: 'where the preamble says what parts the report has, they are those of the form',
    },
    authority: notice('“一、报告内容”（不能遗漏，也不宜泛化）', ', part 1 (contents, none to be left out)'),
    reads: [],
    check: partsAnnounced,
  }),
  defineRule({
    id: 'STR-17',
    family: 'structure',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': '文字写的是本机关、本年度，没有沿用旧稿或者其他机关的文字',
      en: "the text is of this agency and this year, not an older text or another agency's",
    },
    authority: practice(
      '中国社会科学院法学研究所 2017 年政府透明度报告（跨区域抄袭）',
      'the report on government transparency of 2017 by the Institute of Law, CASS (text copied between regions)',
    ),
    reads: [],
    check: borrowedText,
  }),
];

/** What a check of the text of each part of a report gives, preamble included. */
function eachSection(
  report: AnyDraft,
  check: (text: string, section: SectionId | 'preamble') => readonly Outcome[],
): Outcome[] {
  return (Object.keys(report.sections) as (SectionId | 'preamble')[]).flatMap((section) => {
    const text = sectionText(report, section);
    return text === '' ? [] : check(text, section);
  });
}

/** The line around a place in a text, shortened. */
function quoteAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at) + 1, text.lastIndexOf('。', at) + 1, at - MAX_QUOTED / 2);
  const line = text.slice(start, start + MAX_QUOTED).split('\n', 1)[0] ?? '';
  return line.trim();
}

function partsAnnounced({ report, form }: CheckContext): Outcome[] {
  const preamble = sectionText(report, 'preamble');
  const words = simplified(preamble);
  const number = PARTS_ANNOUNCED.exec(words)?.groups?.['number'];
  const announced = quotedMatch(preamble, PARTS_ANNOUNCED);
  if (announced === undefined || number === undefined) return [];
  const count = numberFromChinese(number) ?? Number(number);
  const { sections } = form;
  if (count !== sections.length) {
    return [
      violation(
        {
          'zh-CN': `前言写的是“${announced}”，格式规定为 ${sections.length} 个部分；请核对`,
          en: `the preamble says “${announced}”, but the form has ${sections.length} sections; check it`,
        },
        { actual: count, expected: sections.length },
      ),
    ];
  }
  const missing = sections.filter(({ id }) => SECTION_WORDS[id]?.test(words) === false);
  if (missing.length === 0 || sections.length - missing.length < MIN_LISTED) return [];
  return [
    violation({
      'zh-CN': `前言列出的部分缺${missing.map(({ label }) => `“${label}”`).join('、')}；请补上`,
      en: `the parts listed in the preamble lack ${missing.map(({ english }) => `“${english}”`).join(', ')}; add them`,
    }),
  ];
}
