import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const font = (path: string) => require.resolve(`@expo-google-fonts/${path}`);

/** Fonts for PDF files in tests, so that they do not depend on those of the machine. */
export const pdfFonts = {
  files: [
    font('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    font('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
    font('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  ],
};
