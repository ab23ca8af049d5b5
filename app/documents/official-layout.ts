/**
 * The layout of official papers (GB/T 9704-2012), in the units of Word: fonts with sizes in half points, lengths in
 * twentieths of a point. Title 二号 小标宋, body 三号 仿宋, 22 lines of 28 characters on a page.
 */
export const TITLE_FONT = { font: '方正小标宋简体', size: 44 } as const
export const BODY_FONT = { font: '仿宋_GB2312', size: 32 } as const
export const HEADING_FONT = '黑体'
export const SUBHEADING_FONT = '楷体_GB2312'
/** Page numbers: 四号 宋体, half-width figures. */
export const NUMBER_FONT = { font: '宋体', size: 28 } as const
export const TWO_CHARACTERS = 640
/** A4, 天头 37 mm, 订口 28 mm, and a 版心 of 156 × 225 mm. */
export const PAPER = { width: 11_906, height: 16_838 } as const
export const MARGINS = { top: 2098, bottom: 1984, left: 1588, right: 1474 } as const
