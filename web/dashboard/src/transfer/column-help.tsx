import { csvLine } from "../base/csv-line";
import { saveFile } from "../base/save-file";
import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import { USER_COLUMNS } from "./user-columns";

const texts = strings.import;
const EXAMPLE = [
  "superhero1",
  "Iron Man",
  "https://example.com/iron-man.png",
  "",
  "default",
  "I am Iron Man",
  "founder;beta",
  '{"plan":"gold"}',
  "2020-09-13T12:26:40Z",
  "1600000000",
  "",
];

/** Explains the columns of a file, and offers an example file. */
export function ColumnHelp() {
  return (
    <details className="column-help">
      <summary>{texts.columns}</summary>
      <p>{texts.columnsText}</p>
      <dl>
        {USER_COLUMNS.map((column) => (
          <div key={column}>
            <dt className="mono">{column}</dt>
            <dd className="muted">{texts.columnMeaning[column]}</dd>
          </div>
        ))}
      </dl>
      <p>{texts.otherColumns}</p>
      <p>
        <Button
          small
          icon="download"
          onPress={() =>
            saveFile("users-example.csv", [csvLine(USER_COLUMNS), csvLine(EXAMPLE)], "text/csv")
          }
        >
          {texts.example}
        </Button>
      </p>
    </details>
  );
}
