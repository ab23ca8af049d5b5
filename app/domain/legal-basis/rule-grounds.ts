import type { GateRuleId } from '#app/domain/agenda-gate/gate-rules.ts'
import { type Regime, type UnderLaw, regimesOf } from './regime.ts'
import { DECREE, type GroundMark } from './review-law.ts'

/** The instrument and article that a rule rests on, as papers print it, with its mark. */
export type Ground = { readonly words: string; readonly mark: GroundMark }

/** The columns of the table: grounds of rules are the same for a department's matter, and for contracts and other papers. */
export type GroundColumn = 'decision' | 'normative' | 'local'

const COLUMN_OF: Readonly<Record<Regime, GroundColumn>> = {
	decision: 'decision',
	'decision-by-reference': 'decision',
	normative: 'normative',
	'normative-of-department': 'normative',
	contract: 'local',
	other: 'local',
}

/** One ground for each column. */
export type GroundsByColumn = Readonly<Record<GroundColumn, Ground>>

const LOCAL: Ground = { words: '地方规定', mark: 'to-be-confirmed' }
const PRODUCT: Ground = { words: '本系统规则', mark: 'product-rule' }
const FAIR_COMPETITION = '《公平竞争审查条例》第十二条、第十四条、第十八条'

const verified = (words: string): Ground => ({ words, mark: 'verified' })
const toBeConfirmed = (words: string): Ground => ({ words, mark: 'to-be-confirmed' })
const decree = (articles: string) => verified(`${DECREE}${articles}`)

/** The grounds of each rule of the gate. */
const GROUNDS: Readonly<Record<GateRuleId, GroundsByColumn>> = {
	H1: {
		decision: decree('第二十五条'),
		normative: toBeConfirmed('国办发〔2018〕37号（六）；国办发〔2018〕115号（七）'),
		local: LOCAL,
	},
	H2: {
		decision: decree('第二十五条、第二十八条'),
		normative: toBeConfirmed('国办发〔2018〕115号（六）'),
		local: LOCAL,
	},
	H3: {
		decision: decree('第二十七条；中办发〔2016〕30号'),
		normative: { words: '中办发〔2016〕30号（书面意见为本系统规则）', mark: 'product-rule' },
		local: toBeConfirmed('中办发〔2016〕30号'),
	},
	H5: {
		decision: verified(`${FAIR_COMPETITION}；${DECREE}第二十九条`),
		normative: verified(FAIR_COMPETITION),
		local: verified(FAIR_COMPETITION),
	},
	H6: {
		decision: {
			words: `${DECREE}第二十四条（上会前拦截为本系统规则）`,
			mark: 'product-rule',
		},
		normative: PRODUCT,
		local: PRODUCT,
	},
	H7: {
		decision: decree('第十四条、第十五条、第二十九条'),
		normative: verified(
			'国办发〔2018〕37号（五）；《规章制定程序条例》第十五条、第三十六条；《优化营商环境条例》第六十二条',
		),
		local: PRODUCT,
	},
	H8: {
		decision: decree('第十九条至第二十一条、第二十九条'),
		normative: toBeConfirmed('国办发〔2018〕37号（四）；《地方组织法》第七十五条'),
		local: PRODUCT,
	},
	H9: {
		decision: decree('第十三条'),
		normative: verified('国办发〔2018〕37号（五）；《规章制定程序条例》第十六条、第三十六条'),
		local: PRODUCT,
	},
	H10: { decision: PRODUCT, normative: PRODUCT, local: PRODUCT },
	H11: { decision: PRODUCT, normative: PRODUCT, local: PRODUCT },
	H16: {
		decision: decree('第三十条'),
		normative: toBeConfirmed('国办发〔2018〕37号（七）'),
		local: LOCAL,
	},
	H17: { decision: PRODUCT, normative: PRODUCT, local: PRODUCT },
	H18: {
		decision: decree('第十六条、第十七条'),
		normative: verified('《规章制定程序条例》第十六条、第三十六条'),
		local: toBeConfirmed('地方规定（材料提前七日送达为默认值）'),
	},
	H12: {
		decision: verified('《保守国家秘密法》第十三条、第十四条'),
		normative: verified('《保守国家秘密法》第十三条、第十四条'),
		local: verified('《保守国家秘密法》第十三条、第十四条'),
	},
}

/** What a rule rests on for a matter; a department's own decision follows Decree 713 by reference (art. 42). */
export function groundsOf(rule: GateRuleId, matter: UnderLaw): readonly Ground[] {
	return groundsIn(GROUNDS[rule], matter)
}

/** The grounds of a table that reach a matter, each once. */
export function groundsIn(table: GroundsByColumn, matter: UnderLaw): readonly Ground[] {
	const found = regimesOf(matter).map((regime): Ground => {
		const { words, mark } = table[COLUMN_OF[regime]]
		return {
			words: regime === 'decision-by-reference' ? words.replace(DECREE, `参照${DECREE}`) : words,
			mark,
		}
	})
	return [...new Map(found.map((ground) => [ground.words, ground])).values()]
}
