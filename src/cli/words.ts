import { counted } from '../form/in-language.ts';
import type { Localized } from '../form/vocabulary.ts';
import { cannotWrite } from '../many/file-error.ts';
import type { FilesSummary } from '../many/file-summary.ts';
import type { RuleCount, Summary } from '../many/summary.ts';
import { resultWords } from '../results/words.ts';
import { severityWords } from '../rules/rule.ts';

/** What the command line says besides findings and problems. */
export const words = {
  severity: severityWords,
  unreadable: resultWords.states.unreadable,
  outputBroken: (error: unknown): Localized => {
    const message = cannotWrite(error);
    return {
      'zh-CN': `标准输出${message['zh-CN']}；输出不完整`,
      en: `standard output ${message.en}; the output is incomplete`,
    };
  },
  outputIsInput: (input: string): Localized => ({
    'zh-CN': `这是要读取的文件（${input}），没有写入；-o 请换一个文件名`,
    en: `this is a file to be read (${input}), and was not written; give -o another name`,
  }),
  folderHasInput: (input: string | undefined): Localized => ({
    'zh-CN': `这是要读取的文件（${input}），没有写入；--out-dir 请换一个文件夹`,
    en: `this is a file to be read (${input}), and was not written; give --out-dir another folder`,
  }),
  oneOutput: (files: readonly string[]): Localized => ({
    'zh-CN': `${files.join('、')} 都会写成这个文件，都没有写；请分到不同的文件夹，或者改名`,
    en: `${files.join(', ')} would all be written to this file, and none was; write them into folders of their own, or rename them`,
  }),
  severalWithoutFolder: {
    'zh-CN': '有几份报告；请用 --out-dir 指定输出文件夹',
    en: 'there are several reports; say with --out-dir into which folder to write them',
  },
  outputAndFolder: {
    'zh-CN': '-o 和 --out-dir 只能用一个',
    en: 'give either -o or --out-dir',
  },
  inputWithoutName: {
    'zh-CN': '“-”（标准输入）没有文件名，不能写到 --out-dir；请用 -o',
    en: '“-” (standard input) has no name to be written under into --out-dir; use -o',
  },
  previousOfSeveral: {
    'zh-CN': '--previous 是一份报告的上年报告，有几份报告时不能用；请单独生成',
    en: '--previous is the report before a single one; render reports with it one by one',
  },
  inputTwice: {
    'zh-CN': '“-”（标准输入）只能用一次；请把其余的存成文件',
    en: '“-” (standard input) can be given only once; save the others as files',
  },
  ruleColumns: { 'zh-CN': ['编号', '级别', '规则', '依据'], en: ['Id', 'Severity', 'Rule', 'Authority'] },
  noRenderer: (id: string, available: readonly string[]): Localized => ({
    'zh-CN': `没有“${id}”这种格式；可用的有 ${available.join('、')}，别人的用 --plugin 加载`,
    en: `there is no format “${id}”; there are ${available.join(', ')}, and those of others with --plugin`,
  }),
  binary: (id: string, extension: string): Localized => ({
    'zh-CN': `${id} 是二进制文件，不能输出到屏幕；请加 -o 文件名.${extension}`,
    en: `${id} is a binary file, which no screen shows; add -o FILE.${extension}`,
  }),
  severalFiles: {
    'zh-CN': 'csv 是几个文件，不能输出到屏幕；请加 -o 文件夹，或者 -o 文件名.csv',
    en: 'csv is several files, which no screen shows; add -o FOLDER or -o FILE.csv',
  },
  linesResume: {
    'zh-CN': '--resume、--time-limit 只用于一个文件一份报告；请去掉',
    en: '--resume and --time-limit are for files with one report each; leave them out',
  },
  linesLetters: {
    'zh-CN': '--letters 只用于一个文件一份报告；请把报告分别存成文件',
    en: '--letters is for files with one report each; give the reports as files of their own',
  },
  letters: (count: number): Localized => ({
    'zh-CN': `退回修改意见 ${count} 份${count > 0 ? '；请填写其中标出的截止日期等内容' : '，没有需要退回的报告'}`,
    en: `${counted(count, 'notice')} of return${count > 0 ? '; fill in deadline and what else is marked' : ': nothing has to be sent back'}`,
  }),
  ruleCount: ({ reports, findings, waived }: RuleCount): Localized => ({
    'zh-CN': `${reports} 份报告，${findings} 处${waived > 0 ? `，另豁免 ${waived} 处` : ''}`,
    en: `in ${counted(reports, 'report')}, ${counted(findings, 'finding')}${waived > 0 ? `, ${waived} more waived` : ''}`,
  }),
  manySummary: (
    { pass, fail, incomplete, unreadable, compared, ambiguous }: Summary,
    isCompared: boolean,
  ): Localized => ({
    'zh-CN': `${pass + fail + incomplete} 份报告：通过 ${pass}，不通过 ${fail}，不完整 ${incomplete}；无法读取 ${unreadable} 行${isCompared ? `；与上年核对 ${compared} 份` : ''}${ambiguous > 0 ? `，另有 ${ambiguous} 份因上年报告有几份且内容不同没有核对` : ''}`,
    en: `${counted(pass + fail + incomplete, 'report')}: ${pass} pass, ${fail} fail, ${incomplete} incomplete; ${counted(unreadable, 'line')} cannot be read${isCompared ? `; ${compared} compared with last year` : ''}${ambiguous > 0 ? `, ${ambiguous} not, for several reports on it that differ` : ''}`,
  }),
  progress: (done: Localized, share: number | undefined, seconds: number): Localized => {
    const left = share === undefined || share === 0 ? undefined : Math.round(seconds / share - seconds);
    return {
      'zh-CN': `${done['zh-CN']}${share === undefined ? '' : `（${Math.floor(share * 100)}%）`}，用时 ${seconds} 秒${left === undefined ? '' : `，约剩 ${left} 秒`}`,
      en: `${done.en}${share === undefined ? '' : ` (${Math.floor(share * 100)}%)`} in ${seconds} s${left === undefined ? '' : `, some ${left} s left`}`,
    };
  },
  linesDone: (lines: number): Localized => ({
    'zh-CN': `已核对 ${lines} 行`,
    en: `${counted(lines, 'line')} checked`,
  }),
  filesDone: (files: number, all: number): Localized => ({
    'zh-CN': `已核对 ${files}/${all} 份`,
    en: `${files} of ${counted(all, 'file')} checked`,
  }),
  filesSummary: (
    { files, pass, fail, incomplete, unreadable, compared, ambiguous, resumed }: FilesSummary,
    isCompared: boolean,
  ): Localized => ({
    'zh-CN': `共 ${files} 份文件：通过 ${pass}，不通过 ${fail}，不完整 ${incomplete}，无法读取 ${unreadable}${isCompared ? `；与上年核对 ${compared} 份` : ''}${ambiguous > 0 ? `，另有 ${ambiguous} 份因上年报告有几份且内容不同没有核对` : ''}${resumed > 0 ? `；其中 ${resumed} 份没有变动，沿用上次的结果` : ''}`,
    en: `${counted(files, 'file')}: ${pass} pass, ${fail} fail, ${incomplete} incomplete, ${unreadable} cannot be read${isCompared ? `; ${compared} compared with last year` : ''}${ambiguous > 0 ? `, ${ambiguous} not, for several reports on it that differ` : ''}${resumed > 0 ? `; ${resumed} of them have not changed since the last run` : ''}`,
  }),
  interrupted: (resume: string | undefined): Localized => ({
    'zh-CN':
      resume === undefined
        ? '已中断，没有核对完；加 --resume 文件名 可以在中断后接着核对'
        : `已中断，没有核对完；用同样的命令（--resume ${resume}）可以接着核对`,
    en:
      resume === undefined
        ? 'interrupted before all was checked; with --resume FILE a run can be taken up again'
        : `interrupted before all was checked; the same command (--resume ${resume}) goes on where it was`,
  }),
  linesAndOthers: (lines: readonly string[]): Localized => ({
    'zh-CN': `每行一份报告的文件（${lines.join('、')}）不能与其他文件一起核对；请分开核对`,
    en: `files with one report a line (${lines.join(', ')}) cannot be checked together with other files; check them apart`,
  }),
  emptyFolder: (folders: number): Localized => ({
    'zh-CN':
      folders === 0
        ? '文件夹中没有文件；请检查是不是这个文件夹'
        : `文件夹中没有文件，只有 ${folders} 个子文件夹；要核对其中的文件，请加 --recursive`,
    en:
      folders === 0
        ? 'there is no file in the folder; check whether it is the right one'
        : `there is no file in the folder, only ${counted(folders, 'folder')}; add --recursive for the files in them`,
  }),
  onlyLinks: (links: number): Localized => ({
    'zh-CN': `文件夹中没有文件，只有 ${links} 个指向文件夹的链接，链接不会跟随；请直接给出那些文件夹`,
    en: `there is no file in the folder, only ${counted(links, 'link')} to folders, which ${links === 1 ? 'is' : 'are'} not followed; give the folders themselves`,
  }),
  linksAside: (links: readonly string[], more: number): Localized => ({
    'zh-CN': `指向文件夹的链接不会跟随，其中的文件没有包括在内：${links.join('、')}${more > 0 ? `，以及另外 ${more} 个` : ''}；如果需要，请直接给出那些文件夹`,
    en: `links to folders are not followed, so that the files in these are not among them: ${links.join(', ')}${more > 0 ? ` and ${more} more` : ''}; give the folders themselves for them`,
  }),
  noMatch: {
    'zh-CN': '没有名称相符的文件；请检查文件夹和名称，* 和 ? 只能用在文件名中',
    en: 'no file has such a name; check folder and name: * and ? can stand in the name of the file only',
  },
  leftAside: (folders: readonly string[], more: number): Localized => ({
    'zh-CN': `子文件夹中的文件没有包括在内：${folders.join('、')}${more > 0 ? `，以及另外 ${more} 个` : ''}；如果需要，请加 --recursive`,
    en: `files in these folders are not among them: ${folders.join(', ')}${more > 0 ? ` and ${more} more` : ''}; add --recursive for them`,
  }),
  linesFormat: (format: string): Localized => ({
    'zh-CN': `每行一份报告的文件只能输出 text、json 或 ndjson，不能输出 ${format}；需要时请单独核对其中的报告`,
    en: `what comes of a file with one report a line is written as text, json or ndjson, not as ${format}; check single reports of it for that`,
  }),
  idleOption: (option: string, usedBy: readonly string[], chosen: string): Localized => ({
    'zh-CN': `${option} 只用于 ${usedBy.join('、')}，对 ${chosen} 不起作用；请去掉，或者换一种格式`,
    en: `${option} is for ${usedBy.join(', ')} and does nothing for ${chosen}; leave it out, or choose another format`,
  }),
  idleAudience: (format: string): Localized => ({
    'zh-CN': `--audience 对 ${format} 不起作用，其中总是有全部结果`,
    en: `--audience does nothing for ${format}, which always has everything`,
  }),
  linesAudience: {
    'zh-CN': '每行一份报告的文件没有 --audience reviewer；全部问题见 --format json',
    en: 'for a file with one report a line there is no --audience reviewer; --format json has every finding',
  },
  linesAgency: {
    'zh-CN':
      '--kind、--level 和 --members（--agencies）不用于每行一份报告的文件；机关类别和层级请写在 agency.kind 和 agency.level 中',
    en: '--kind, --level and --members (--agencies) are not for a file with one report a line; write agency.kind and agency.level in it',
  },
  listTooLarge: (most: number): Localized => ({
    'zh-CN': `清单超过 ${most} MB；请检查是不是这个文件`,
    en: `the list is larger than ${most} MB; check whether it is the right file`,
  }),
  noReportOf: (
    rows: readonly { readonly line: number; readonly name: string }[],
    more: number,
  ): Localized => ({
    'zh-CN': `清单中没有对应报告的：${rows.map(({ line, name }) => `第 ${line} 行“${name}”`).join('、')}${more > 0 ? `，以及另外 ${more} 行` : ''}；如果报告在其中，请核对文件名和机关名称`,
    en: `no report was found for ${rows.map(({ line, name }) => `“${name}” (line ${line})`).join(', ')}${more > 0 ? ` and ${more} more` : ''} of the list; if there is one, check the name of the file and of the agency`,
  }),
  noneToCompare: {
    'zh-CN': '没有可以用于与上年核对的报告；--previous 也应当是每行一份报告的文件',
    en: 'there is no report in it to compare with; --previous has to be a file with one report a line as well',
  },
  ambiguous: {
    'zh-CN': '上年文件中有几份这个机关的报告，内容不同，没有与上年核对；请只保留一份',
    en: "last year's file has several reports of this agency that differ, so nothing was compared with last year; keep one",
  },
  indexing: { 'zh-CN': '正在查找上年报告……', en: 'looking up the reports on the year before …' },
  noRollUpFormat: (extensions: readonly string[]): Localized => ({
    'zh-CN': `汇总只能写成 ${extensions.join('、')}；请换一个文件名`,
    en: `a roll-up is written as ${extensions.join(', ')}; give the file another name`,
  }),
  noYear: {
    'zh-CN': '报告都没有写明年度；请用 --year 指定',
    en: 'no report says on which year it is; give the year with --year',
  },
  noReports: {
    'zh-CN': '文件中没有报告；请检查是不是这个文件',
    en: 'there is no report in it; check whether it is the right file',
  },
};
