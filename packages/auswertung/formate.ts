/** File formats of a table; each carries values only, all lines always, and says what they mean. */
export const FORMATE = {
  xlsx: { titel: 'Excel (XLSX)', typ: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ods: { titel: 'OpenDocument (ODS)', typ: 'application/vnd.oasis.opendocument.spreadsheet' },
  csv: { titel: 'CSV', typ: 'text/csv; charset=utf-8' },
  json: { titel: 'JSON', typ: 'application/json; charset=utf-8' },
} as const;
export type Format = keyof typeof FORMATE;
export const istFormat = (format: string): format is Format => Object.hasOwn(FORMATE, format);
