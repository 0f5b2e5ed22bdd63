interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  onChoose(value: string): void;
  /** Values with their words. */
  children: [string, string][];
}

/** One of several values, with a label above. */
export function Choice({ id, label, value, onChoose, children }: ChoiceProps) {
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {children.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}
