/** Gives the reader a file, without any server. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/** A name without what file systems and terminals mistake: separators, controls, marks of direction. */
export function fileName(name: string): string {
  const plain = name.replace(
    // eslint-disable-next-line no-control-regex -- controls are just what must not stay
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>:"/\\|?*]+/g,
    ' ',
  );
  return plain.trim().replace(/^\.+/, '').slice(0, 120).trim() || 'cifeng';
}
