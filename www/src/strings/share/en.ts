/** The dialog that shares what is seen. */
export const en = {
  title: 'Share',
  close: 'Close',
  picture: 'Picture',
  samples: 'Samples',
  selected: 'Selected sample',
  path: 'Frame',
  none: 'There is no picture yet.',
  link: 'Link',
  copy: 'Copy link',
  copied: 'Copied',
  send: 'Share…',
  save: 'Download picture',
  opensTraining: 'The link opens this recipe with these settings.',
  withoutImages: 'The link opens this recipe with these settings, without your images.',
  opensPlay: 'The link opens this generator with what you see: samples, pinned ones, and the path.',
  inThisTab:
    'This generator exists in this tab only, so no link can open it. Save it, put the file online, load it here by its URL, and share that link.',
  opensEmbed: 'The link opens Embed with this generator.',
  trained: '{recipe}, step {step}',
  captionOf: 'Picture to share: {caption}',
}
