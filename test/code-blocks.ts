/** The code blocks of a Markdown file in a language, each with the output that is said to follow it. */
export function blocks(markdown: string, language: string): { code: string; output: string | undefined }[] {
  const pattern = new RegExp(
    `\`\`\`${language}\\n([\\s\\S]*?)\`\`\`(?:\\n+[^\\n\`]*\\n*\`\`\`txt\\n([\\s\\S]*?)\`\`\`)?`,
    'g',
  );
  return [...markdown.matchAll(pattern)].map(([, code = '', output]) => ({ code, output }));
}
