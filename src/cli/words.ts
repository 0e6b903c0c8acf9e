import { counted } from '../form/in-language.ts';
import type { Localized } from '../form/vocabulary.ts';
import { cannotWrite } from '../many/file-error.ts';
import type { FilesSummary } from '../many/file-summary.ts';
import type { RuleCount, Summary } from '../many/summary.ts';
import { resultWords } from '../results/words.ts';
import { severityWords } from '../rules/rule.ts';

/** How many reports were not compared, since which of last year's is meant cannot be told. */
const notCompared = (ambiguous: number): Localized => ({
  'zh-CN': ambiguous > 0 ? `，另有 ${ambiguous} 份因有多份内容不同的上年报告，没有核对` : '',
  en: ambiguous > 0 ? `, ${ambiguous} not compared: several differing reports for last year` : '',
});

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
    'zh-CN': `这是要读取的文件（${input}），没有写入；请为 -o 换一个文件名`,
    en: `this is also an input file (${input}), so it was not overwritten; give -o another name`,
  }),
  folderHasInput: (input: string | undefined): Localized => ({
    'zh-CN': `这是要读取的文件（${input}），没有写入；请为 --out-dir 换一个文件夹`,
    en: `this is also an input file (${input}), so it was not overwritten; give --out-dir another folder`,
  }),
  oneOutput: (files: readonly string[]): Localized => ({
    'zh-CN': `${files.join('、')} 会写入同一个文件，均未写入；请分别放在不同的文件夹，或者改名`,
    en: `${files.join(', ')} would all be written to this file, so none was; put them in separate folders, or rename them`,
  }),
  severalWithoutFolder: {
    'zh-CN': '报告不止一份；请用 --out-dir 指定输出文件夹',
    en: 'there are several reports; name the folder to write them to with --out-dir',
  },
  outputAndFolder: {
    'zh-CN': '-o 和 --out-dir 不能同时使用；请去掉其中一个',
    en: '-o and --out-dir cannot be used together; leave one out',
  },
  inputWithoutName: {
    'zh-CN': '“-”（标准输入）没有文件名，不能写到 --out-dir；请用 -o',
    en: '“-” (standard input) has no file name to use in --out-dir; use -o',
  },
  previousOfSeveral: {
    'zh-CN': '--previous 只用于一份报告，不能用于多份报告；请逐份生成',
    en: '--previous is for a single report; render the reports one by one',
  },
  inputTwice: {
    'zh-CN': '“-”（标准输入）只能使用一次；其余的请先保存为文件',
    en: '“-” (standard input) can be given only once; save the other input as files',
  },
  ruleColumns: { 'zh-CN': ['编号', '级别', '规则', '依据'], en: ['Id', 'Severity', 'Rule', 'Authority'] },
  noRenderer: (id: string, available: readonly string[]): Localized => ({
    'zh-CN': `没有“${id}”格式；可用的有 ${available.join('、')}，第三方渲染器请用 --plugin 加载`,
    en: `unknown format “${id}”; choose ${available.join(', ')}, or load a plug-in with --plugin`,
  }),
  binary: (id: string, extension: string): Localized => ({
    'zh-CN': `${id} 是二进制文件，不能输出到屏幕；请加 -o 文件名.${extension}`,
    en: `${id} is binary and cannot be shown on a screen; add -o FILE.${extension}`,
  }),
  severalFiles: {
    'zh-CN': 'csv 由多个文件组成，不能输出到屏幕；请加 -o 文件夹，或者 -o 文件名.csv',
    en: 'csv is written as several files and cannot be shown on a screen; add -o FOLDER or -o FILE.csv',
  },
  linesResume: {
    'zh-CN': '--resume 和 --time-limit 不能用于每行一份报告的文件；请去掉',
    en: '--resume and --time-limit do not apply to a file with one report a line; leave them out',
  },
  linesLetters: {
    'zh-CN': '--letters 不能用于每行一份报告的文件；请把报告分别保存为文件',
    en: '--letters does not apply to a file with one report a line; save each report as a file',
  },
  letters: (count: number): Localized => ({
    'zh-CN': `退回修改意见 ${count} 份${count > 0 ? '；请填写其中标出的截止日期等内容' : '，没有需要退回的报告'}`,
    en: `${counted(count, 'return notice')}${count > 0 ? '; fill in the deadline and whatever else is marked' : '; no report has to be returned'}`,
  }),
  ruleCount: ({ reports, findings, waived }: RuleCount): Localized => ({
    'zh-CN': `${reports} 份报告，${findings} 处${waived > 0 ? `，另豁免 ${waived} 处` : ''}`,
    en: `in ${counted(reports, 'report')}, ${counted(findings, 'finding')}${waived > 0 ? `, ${waived} more waived` : ''}`,
  }),
  manySummary: (
    { pass, fail, incomplete, unreadable, compared, ambiguous }: Summary,
    isCompared: boolean,
  ): Localized => ({
    'zh-CN': `${pass + fail + incomplete} 份报告：通过 ${pass}，不通过 ${fail}，不完整 ${incomplete}；无法读取 ${unreadable} 行${isCompared ? `；与上年核对 ${compared} 份` : ''}${notCompared(ambiguous)['zh-CN']}`,
    en: `${counted(pass + fail + incomplete, 'report')}: ${pass} pass, ${fail} fail, ${incomplete} incomplete; ${counted(unreadable, 'line')} cannot be read${isCompared ? `; ${compared} compared with last year` : ''}${notCompared(ambiguous).en}`,
  }),
  progress: (done: Localized, share: number | undefined, seconds: number): Localized => {
    const left = share === undefined || share === 0 ? undefined : Math.round(seconds / share - seconds);
    return {
      'zh-CN': `${done['zh-CN']}${share === undefined ? '' : `（${Math.floor(share * 100)}%）`}，用时 ${seconds} 秒${left === undefined ? '' : `，约剩 ${left} 秒`}`,
      en: `${done.en}${share === undefined ? '' : ` (${Math.floor(share * 100)}%)`} in ${seconds} s${left === undefined ? '' : `, about ${left} s left`}`,
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
    'zh-CN': `共 ${files} 份文件：通过 ${pass}，不通过 ${fail}，不完整 ${incomplete}，无法读取 ${unreadable}${isCompared ? `；与上年核对 ${compared} 份` : ''}${notCompared(ambiguous)['zh-CN']}${resumed > 0 ? `；其中 ${resumed} 份没有变动，沿用上次的结果` : ''}`,
    en: `${counted(files, 'file')}: ${pass} pass, ${fail} fail, ${incomplete} incomplete, ${unreadable} cannot be read${isCompared ? `; ${compared} compared with last year` : ''}${notCompared(ambiguous).en}${resumed > 0 ? `; ${resumed} of them have not changed since the last run` : ''}`,
  }),
  interrupted: (resume: string | undefined): Localized => ({
    'zh-CN':
      resume === undefined
        ? '已中断，没有核对完；加“--resume 文件名”，中断后可以接着核对'
        : `已中断，没有核对完；再次运行同样的命令（--resume ${resume}）可以接着核对`,
    en:
      resume === undefined
        ? 'interrupted before everything was checked; with --resume FILE, an interrupted run can be continued'
        : `interrupted before everything was checked; run the same command again (--resume ${resume}) to continue`,
  }),
  linesAndOthers: (lines: readonly string[]): Localized => ({
    'zh-CN': `每行一份报告的文件（${lines.join('、')}）不能与其他文件一起核对；请分开核对`,
    en: `files with one report a line (${lines.join(', ')}) cannot be checked together with other files; check them separately`,
  }),
  emptyFolder: (folders: number): Localized => ({
    'zh-CN':
      folders === 0
        ? '文件夹中没有文件；请检查文件夹是否正确'
        : `文件夹中没有文件，只有 ${folders} 个子文件夹；要核对其中的文件，请加 --recursive`,
    en:
      folders === 0
        ? 'the folder has no files; check that it is the right one'
        : `the folder has no files, only ${counted(folders, 'subfolder')}; add --recursive to include the files in ${folders === 1 ? 'it' : 'them'}`,
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
    'zh-CN': '没有名称相符的文件；请检查文件夹和文件名，“*”和“?”只能用在文件名中',
    en: 'no file matches; check the folder and the name; * and ? work only in the file name',
  },
  leftAside: (folders: readonly string[], more: number): Localized => ({
    'zh-CN': `子文件夹中的文件没有包括在内：${folders.join('、')}${more > 0 ? `，以及另外 ${more} 个` : ''}；需要包括的，请加 --recursive`,
    en: `files in subfolders were left out: ${folders.join(', ')}${more > 0 ? ` and ${more} more` : ''}; add --recursive to include them`,
  }),
  linesFormat: (format: string): Localized => ({
    'zh-CN': `每行一份报告的文件，结果只能输出为 text、json 或 ndjson，不能输出为 ${format}；需要时请单独核对其中的报告`,
    en: `results for a file with one report a line are written as text, json or ndjson, not as ${format}; for that, check its reports one by one`,
  }),
  idleOption: (option: string, usedBy: readonly string[], chosen: string): Localized => ({
    'zh-CN': `${option} 只用于 ${usedBy.join('、')}，对 ${chosen} 不起作用；请去掉，或者换一种格式`,
    en: `${option} is for ${usedBy.join(', ')} and has no effect on ${chosen}; leave it out, or choose another format`,
  }),
  idleAudience: (format: string): Localized => ({
    'zh-CN': `--audience 对 ${format} 不起作用；这种格式总是包括全部结果`,
    en: `--audience has no effect on ${format}, which always contains everything`,
  }),
  linesAudience: {
    'zh-CN': '每行一份报告的文件不能用 --audience reviewer；需要全部问题的，请用 --format json',
    en: '--audience reviewer does not apply to a file with one report a line; for every finding, use --format json',
  },
  linesAgency: {
    'zh-CN':
      '--kind、--level 和 --members（--agencies）不能用于每行一份报告的文件；机关类别和层级请写在 agency.kind 和 agency.level 中',
    en: '--kind, --level and --members (--agencies) do not apply to a file with one report a line; state agency.kind and agency.level in its reports',
  },
  listTooLarge: (most: number): Localized => ({
    'zh-CN': `清单超过 ${most} MB；请检查文件是否正确`,
    en: `the list is larger than ${most} MB; check that it is the right file`,
  }),
  noReportOf: (
    rows: readonly { readonly line: number; readonly name: string }[],
    more: number,
  ): Localized => ({
    'zh-CN': `清单中没有找到报告的：${rows.map(({ line, name }) => `第 ${line} 行“${name}”`).join('、')}${more > 0 ? `，以及另外 ${more} 行` : ''}；报告已经报送的，请核对文件名和机关名称`,
    en: `no report was found for ${rows.map(({ line, name }) => `“${name}” (line ${line})`).join(', ')}${more > 0 ? ` and ${more} more` : ''} in the list; if the report is there, check the names of its file and its agency`,
  }),
  noneToCompare: {
    'zh-CN': '没有可以用来与上年核对的报告；--previous 也应当是每行一份报告的文件',
    en: 'there is no report in it to compare with; --previous has to be a file with one report a line, too',
  },
  ambiguous: {
    'zh-CN': '上年文件中有多份这个机关的报告，内容不同，没有与上年核对；请只保留一份',
    en: "last year's file has several differing reports of this agency, so this one was not compared with last year; keep one",
  },
  indexing: { 'zh-CN': '正在查找上年报告……', en: "looking up last year's reports …" },
  noRollUpFormat: (extensions: readonly string[]): Localized => ({
    'zh-CN': `汇总结果只能保存为 ${extensions.join('、')}；请换一个文件名`,
    en: `a roll-up can be saved only as ${extensions.join(', ')}; give the file another name`,
  }),
  noYear: {
    'zh-CN': '所有报告都没有写明年度；请用 --year 指定',
    en: 'no report states its year; give it with --year',
  },
  noReports: {
    'zh-CN': '文件中没有报告；请检查文件是否正确',
    en: 'there is no report in it; check that it is the right file',
  },
};
