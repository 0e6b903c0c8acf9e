import wrong from '../../../examples/reports/huaian-shi-2024-with-mistakes.txt?raw';
import right from '../../../examples/reports/zhongwei-tuiyijunrenju-2024.txt?raw';

/** Published reports to try: one as it is, one in which three figures were changed on purpose. */
export const examples = {
  right: { name: 'zhongwei-tuiyijunrenju-2024.txt', text: right },
  wrong: { name: 'huaian-shi-2024-with-mistakes.txt', text: wrong },
} as const;
