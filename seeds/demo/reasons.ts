import type { DemoMatter } from './story.ts'
import type { Step } from '#app/domain/materials/step.ts'

/** Why a statutory step does not apply, as the demo's drafters say it. */
export const NOT_MARKET = '内容不涉及经营者的经济活动。'
export const NOT_TECHNICAL = '不涉及专业性、技术性较强的问题。'
const NO_HEARING = '不属于法律、法规规定应当听证的事项，征求意见中没有较大分歧。'
export const NOT_RISKY = '不存在影响社会稳定、公共安全的情形。'

/** Why a step of a sample matter does not apply, if it does not: most had no hearing. */
export function whyNot({ notApplicable, isHeardInPublic }: DemoMatter, step: Step): string | undefined {
	return notApplicable?.[step] ?? (step === 'hearing' && !isHeardInPublic ? NO_HEARING : undefined)
}
