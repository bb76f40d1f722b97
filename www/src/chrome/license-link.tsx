import type { ComponentChildren } from 'preact';
import { saveFile } from '../exports/save';
import { packedParts, unpack } from '../single/parts';

interface LicenseProps {
  name: 'licenses-data' | 'licenses-software' | 'licenses-rust';
  children: ComponentChildren;
}

/** A list of licences: a file beside the page, or a part of the single file. */
export function LicenseLink({ name, children }: LicenseProps) {
  const file = `${name}.txt`;
  if (import.meta.env.MODE !== 'single') return <a href={`./${file}`}>{children}</a>;
  const save = async (): Promise<void> => {
    const text = await unpack(packedParts()[name]);
    saveFile(file, [text as Uint8Array<ArrayBuffer>], 'text/plain;charset=utf-8');
  };
  return (
    <button type="button" class="link" onClick={() => void save()}>
      {children}
    </button>
  );
}
