import { csvLine } from "../base/csv-line";
import { saveFile } from "../base/save-file";
import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import type { Outcome } from "./outcome";
import { Given } from "../ui/given";

interface Props {
  outcome: Outcome;
  fileName: string;
}

const MOST_SHOWN = 200;
const texts = strings.failures;

/** Lists the rows that cannot be imported, with reasons. The list can be saved as a file. */
export function FailureList({ outcome: { failed, failures, unit }, fileName }: Props) {
  const shown = failures.slice(0, MOST_SHOWN);
  const title = texts.title[unit];
  const number = texts.number[unit];
  const save = () =>
    saveFile(
      `${fileName}.problems.csv`,
      [
        "\uFEFF",
        csvLine([number, texts.uid, texts.reasons]),
        ...failures.map(({ line, uid, reasons }) =>
          csvLine([String(line), uid, reasons.join("; ")]),
        ),
      ],
      "text/csv;charset=utf-8",
    );
  return (
    <div className="transfer-failures">
      <header>
        <h3>{title}</h3>
        <Button small icon="download" onPress={save}>
          {texts.save}
        </Button>
      </header>
      <div className="transfer-failures-scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="transfer-failures-line">
                {number}
              </th>
              <th scope="col">{texts.uid}</th>
              <th scope="col">{texts.reasons}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, uid, reasons }, index) => (
              <tr key={index}>
                <td className="numeric">{line}</td>
                <td className="mono">
                  <Given>{uid}</Given>
                </td>
                <td>
                  <Given>{reasons.join("; ")}</Given>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failed > shown.length && <p className="muted">{texts.first(shown.length, failed)}</p>}
    </div>
  );
}
