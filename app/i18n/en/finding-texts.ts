/** What a person reads of a finding: what it is, why it matters here, and what to do now. */
export interface FindingTexts {
  readonly title: string;
  readonly explain: string;
  readonly todo: string;
}
