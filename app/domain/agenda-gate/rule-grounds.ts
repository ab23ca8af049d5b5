import type { Track } from '#app/domain/matter/track.ts'
import type { GateRuleId } from './gate-rules.ts'

/**
 * How sure the ground of a rule is: compared with its source (已核), a default that the customer has yet to confirm
 * (待确认), or more than the law asks (产品规则).
 */
export type GroundMark = 'verified' | 'to-be-confirmed' | 'product-rule'

/** The instrument and article that a rule rests on, as papers print it, with its mark. */
export type Ground = { readonly words: string; readonly mark: GroundMark }

/** Which regime a matter's tracks fall under; a decision that is also a normative document falls under both. */
type Regime = 'decision' | 'normative' | 'local'

const LOCAL: Ground = { words: '地方规定', mark: 'to-be-confirmed' }
const PRODUCT: Ground = { words: '本系统规则', mark: 'product-rule' }
const FAIR_COMPETITION = '《公平竞争审查条例》第十二条、第十四条、第十八条'

const verified = (words: string): Ground => ({ words, mark: 'verified' })
const toBeConfirmed = (words: string): Ground => ({ words, mark: 'to-be-confirmed' })
const decree = (articles: string) => verified(`《重大行政决策程序暂行条例》${articles}`)

/**
 * The grounds of each rule by regime. Decree 713 reaches decisions alone (art. 2, 3); normative documents rest on
 * 国办发〔2018〕37号 and 115号; contracts and other papers on local rules.
 */
const GROUNDS: Readonly<Record<GateRuleId, Readonly<Record<Regime, Ground>>>> = {
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
		decision: verified(`${FAIR_COMPETITION}；《重大行政决策程序暂行条例》第二十九条`),
		normative: verified(FAIR_COMPETITION),
		local: verified(FAIR_COMPETITION),
	},
	H6: {
		decision: {
			words: '《重大行政决策程序暂行条例》第二十四条（上会前拦截为本系统规则）',
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
	H12: {
		decision: verified('《保守国家秘密法》第十三条、第十四条'),
		normative: verified('《保守国家秘密法》第十三条、第十四条'),
		local: verified('《保守国家秘密法》第十三条、第十四条'),
	},
}

/** What a rule rests on for a matter of these tracks; a department's own decision follows Decree 713 by reference (art. 42). */
export function groundsOf(rule: GateRuleId, tracks: readonly Track[]): readonly Ground[] {
	const found = regimesOf(tracks).map((regime) => GROUNDS[rule][regime])
	return [...new Map(found.map((ground) => [ground.words, ground])).values()].map((ground) =>
		tracks.includes('government-decision') || !tracks.includes('department-decision')
			? ground
			: {
					...ground,
					words: ground.words.replace('《重大行政决策程序暂行条例》', '参照《重大行政决策程序暂行条例》'),
				},
	)
}

function regimesOf(tracks: readonly Track[]): readonly Regime[] {
	const regimes: Regime[] = []
	if (tracks.includes('government-decision') || tracks.includes('department-decision'))
		regimes.push('decision')
	if (tracks.includes('normative-document')) regimes.push('normative')
	return regimes.length > 0 ? regimes : ['local']
}
