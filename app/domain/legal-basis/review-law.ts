import type { Regime } from './regime.ts'

/**
 * How sure a ground is: compared with its source (已核), a default that the customer has yet to confirm (待确认), or more
 * than the law asks (产品规则).
 */
export type GroundMark = 'verified' | 'to-be-confirmed' | 'product-rule'

export const DECREE = '《重大行政决策程序暂行条例》'
const CIRCULAR_37 = '《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）'
const CIRCULAR_115 =
	'《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》（国办发〔2018〕115号）'

/** What the review itself rests on, by regime, as opinions print it, with its mark. */
export const REVIEW_LAW = {
	decision: {
		words: `依据${DECREE}（国务院令第713号）第二十五条至第二十八条审查。`,
		mark: 'verified',
	},
	'decision-by-reference': {
		words: `依照${DECREE}（国务院令第713号）第四十二条，参照该条例第二十五条至第二十八条审查。`,
		mark: 'verified',
	},
	normative: { words: `依据${CIRCULAR_37}、${CIRCULAR_115}审核。`, mark: 'to-be-confirmed' },
	'normative-of-department': {
		words: `依据${CIRCULAR_37}、${CIRCULAR_115}审核；部门制定的行政规范性文件，依照该指导意见（四）由本部门审核机构审核。`,
		mark: 'to-be-confirmed',
	},
	contract: {
		words: '依据本级人民政府关于政府合同合法性审查的规定审查（条款待确认）。',
		mark: 'to-be-confirmed',
	},
	other: {
		words: '依据本级人民政府关于涉法文件合法性审查的规定审查（条款待确认）。',
		mark: 'to-be-confirmed',
	},
} as const satisfies Readonly<Record<Regime, { readonly words: string; readonly mark: GroundMark }>>
