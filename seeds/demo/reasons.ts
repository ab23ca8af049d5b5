/** Why a statutory step does not apply, as the demo's drafters say it. */
export const NOT_MARKET = '内容不涉及经营者的经济活动。'
export const NOT_TECHNICAL = '不涉及专业性、技术性较强的问题。'
export const NO_HEARING = '不属于法律、法规规定应当听证的事项，征求意见中没有较大分歧。'
export const NOT_RISKY = '不存在影响社会稳定、公共安全的情形。'
