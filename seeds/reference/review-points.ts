import type { ReviewPoint } from '#app/domain/materials/checklist.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { type Mark, type ReferenceSeed, IN_FORCE, LAST_CHECKED } from './reference-seed.ts'

const BY_ARTICLE_27: readonly Track[] = ['government-decision', 'department-decision', 'other-document']
const NORMATIVE: readonly Track[] = ['normative-document']
const CONTRACTS: readonly Track[] = ['government-contract']

/**
 * What a review has to answer: three points for decisions (Decree 713 art. 27; 其他涉法文件 follow them by our own
 * choice), seven for normative documents (国办发〔2018〕115号 (六)), four for contracts (local practice).
 */
export const REVIEW_POINTS: readonly ReferenceSeed<ReviewPoint>[] = [
	...points(BY_ARTICLE_27, '《重大行政决策程序暂行条例》第二十七条', IN_FORCE.decree713, 'verified', [
		['decision-authority', '是否符合法定权限', 'Within statutory authority'],
		['decision-procedure', '是否履行法定程序', 'Statutory procedure followed'],
		[
			'decision-content',
			'内容是否符合法律、法规、规章和国家政策的规定',
			'Content in line with law and state policy',
		],
	]),
	...points(NORMATIVE, '国办发〔2018〕115号（六）', IN_FORCE.circular115, 'to-be-confirmed', [
		['document-issuer', '制定主体是否合法', 'Lawful issuer'],
		['document-authority', '是否超越制定机关法定职权', "Within the issuer's statutory powers"],
		[
			'document-content',
			'内容是否符合宪法、法律、法规、规章和国家政策规定',
			'Content in line with higher law and policy',
		],
		[
			'document-no-coercion',
			'是否违法设立行政许可、行政处罚、行政强制、行政征收、行政收费等事项',
			'No licence, penalty, compulsion, levy or fee set up unlawfully',
		],
		[
			'document-no-burden',
			'是否存在没有法律、法规依据减损权益或者增加义务的情形',
			'No right reduced and no duty added without a basis in law',
		],
		[
			'document-no-power',
			'是否存在没有法律、法规依据增加本单位权力或者减少法定职责的情形',
			'No own power added and no duty dropped without a basis in law',
		],
		['document-procedure', '是否违反规范性文件制定程序', 'Procedure of making the document observed'],
	]),
	...points(CONTRACTS, '地方政府合同管理规定（待确认）', IN_FORCE.product, 'to-be-confirmed', [
		['contract-parties', '当事人主体资格和履约能力', 'Standing and ability of the parties'],
		['contract-authority', '签约权限、批准程序和资金来源', 'Authority, approvals and funds'],
		['contract-terms', '条款内容是否合法、公平、完备', 'Terms lawful, fair and complete'],
		['contract-risk', '违约责任、争议解决和履约风险', 'Liability, dispute settlement and risk'],
	]),
]

function points(
	tracks: readonly Track[],
	ground: string,
	effectiveFrom: string,
	mark: Mark,
	rows: readonly (readonly [code: string, zh: string, en: string])[],
): ReferenceSeed<ReviewPoint>[] {
	return rows.map(([code, zh, en]) => ({
		code,
		effectiveFrom,
		source: ground,
		lastChecked: LAST_CHECKED,
		mark,
		body: { code, tracks, name: { zh, en }, ground },
	}))
}
