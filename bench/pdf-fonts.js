// Fonts for PDF files, so that what is measured does not depend on those of the machine.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const fonts = {
  files: [
    'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  ].map((path) => require.resolve(`@expo-google-fonts/${path}`)),
};
