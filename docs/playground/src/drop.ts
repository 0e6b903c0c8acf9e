import { element } from './element.ts';
import { droppedFolder, filesIn } from './gather.ts';
import type { Opening } from './opening.ts';

/** Lets people drop files anywhere on the page, and paste wherever nothing is being typed. */
export function takeDroppedAndPasted(opening: Opening, invitation: () => string): void {
  const curtain = element('div', { class: 'curtain', hidden: true, 'aria-hidden': 'true' });
  document.body.append(curtain);
  const hasContent = (event: DragEvent) =>
    event.dataTransfer?.types.some((type) => type === 'Files' || type.startsWith('text/')) ?? false;
  addEventListener('dragover', (event) => {
    if (!hasContent(event)) return;
    event.preventDefault();
    curtain.textContent = invitation();
    curtain.hidden = false;
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) curtain.hidden = true;
  });
  addEventListener('drop', (event) => {
    if (!hasContent(event)) return;
    event.preventDefault();
    curtain.hidden = true;
    takeFrom(event.dataTransfer, opening);
  });
  addEventListener('paste', (event) => {
    const { target } = event;
    const isTyping = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!isTyping) takeFrom(event.clipboardData, opening);
  });
}

function takeFrom(given: DataTransfer | null, opening: Opening): void {
  const entries = droppedFolder(given);
  if (entries) {
    void filesIn(entries).then((files) => opening.folder(files));
    return;
  }
  const files = [...(given?.files ?? [])];
  if (files.length > 0) void opening.files(files);
  else void opening.text(given?.getData('text/html') || given?.getData('text/plain') || '');
}
