// A React form that checks while people type: `<ReportForm draft={emptyDraft()} />`.

import { cellMarks, cells, figureAt, startChecking } from 'ogi-annual-report';
import { useState } from 'react';

const fields = cells().filter(({ tableId }) => tableId === 'disputes'); // 表四; leave `filter` out for all 200 cells

export function ReportForm({ draft }) {
  const [session] = useState(() => startChecking(draft, { families: ['arithmetic'] }));
  const [result, setResult] = useState(session.result);
  const marks = cellMarks(result);
  const change = (cell, text) => setResult(session.set(cell, text === '' ? null : Number(text)));

  return (
    <form>
      {fields.map(({ path, address }) => {
        const isWrong = marks.get(path)?.kind === 'wrong';
        const props = { type: 'number', defaultValue: figureAt(draft, path), 'aria-invalid': isWrong };
        return (
          <label key={path}>
            {address['zh-CN']} <input {...props} onChange={({ target }) => change(path, target.value)} />
          </label>
        );
      })}
      <output>{result.diagnoses.map(({ message }) => message).join('\n')}</output>
    </form>
  );
}
