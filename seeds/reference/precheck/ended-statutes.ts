import type { EndedStatute } from '#app/domain/precheck/rules/word-lists.ts'
import { STATUTES } from '../statutes.ts'

/**
 * Titles that are cited as law in force and are none: repealed, or replaced by one of another name. A line: the title, the
 * day from which it is no longer law, and what holds in its place.
 */
const BY_CIVIL_CODE = '合同法 物权法 民法通则 民法总则 侵权责任法 担保法 婚姻法 继承法 收养法'

/** From memory, and to be confirmed: reforms of single laws and regulations. */
const REPLACED = `
行政监察法 2018-03-20 监察法
公司登记管理条例 2022-03-01 市场主体登记管理条例
企业法人登记管理条例 2022-03-01 市场主体登记管理条例
合伙企业登记管理办法 2022-03-01 市场主体登记管理条例
农民专业合作社登记管理条例 2022-03-01 市场主体登记管理条例
企业法人法定代表人登记管理规定 2022-03-01 市场主体登记管理条例
城市房屋拆迁管理条例 2011-01-21 国有土地上房屋征收与补偿条例
中外合资经营企业法 2020-01-01 外商投资法
中外合作经营企业法 2020-01-01 外商投资法
外资企业法 2020-01-01 外商投资法
个体工商户条例 2022-11-01 促进个体工商户发展条例
城乡个体工商户管理暂行条例 2011-11-01 促进个体工商户发展条例
信访条例 2022-05-01 信访工作条例
无照经营查处取缔办法 2017-10-01 无证无照经营查处办法
增值税暂行条例 2026-01-01 增值税法
营业税暂行条例 2017-11-19 增值税法
契税暂行条例 2021-09-01 契税法
城市维护建设税暂行条例 2021-09-01 城市维护建设税法
印花税暂行条例 2022-07-01 印花税法
资源税暂行条例 2020-09-01 资源税法
耕地占用税暂行条例 2019-09-01 耕地占用税法
车辆购置税暂行条例 2019-07-01 车辆购置税法
排污费征收使用管理条例 2018-01-01 环境保护税法
城市规划法 2008-01-01 城乡规划法
食品卫生法 2009-06-01 食品安全法
治安管理处罚条例 2006-03-01 治安管理处罚法
行政复议条例 1999-10-01 行政复议法
国家公务员暂行条例 2006-01-01 公务员法
国家行政机关公文处理办法 2012-07-01 党政机关公文处理工作条例
婚姻登记管理条例 2003-10-01 婚姻登记条例
道路交通管理条例 2004-05-01 道路交通安全法
学位条例 2025-01-01 学位法
`

/** The table of laws that ended others (生态环境法典 art. 1242) is kept elsewhere, and read from there. */
export const ENDED_STATUTES: readonly EndedStatute[] = [
	...BY_CIVIL_CODE.split(' ').map((title) => ended(title, 'D1', '2021-01-01', '《民法典》第一千二百六十条')),
	ended('法规规章备案条例', 'D2', '2024-11-01', '《法规规章备案审查条例》第二十六条'),
	...REPLACED.trim()
		.split('\n')
		.map((line) => {
			const [title = '', since = '', instead = ''] = line.split(' ')
			return ended(title, 'D3', since, `《${instead}》`)
		}),
	// Renamed in 2022; what followed it ended with the others in 2026.
	ended('环境噪声污染防治法', 'D3a', '2022-06-05', '《生态环境法典》'),
	...STATUTES.flatMap(({ body }) =>
		body.ends.map((title) =>
			ended(title, 'D3a', body.inForceFrom, `《${body.title}》第${body.endingArticle ?? ''}条`),
		),
	),
]

function ended(title: string, rule: EndedStatute['rule'], since: string, instead: string): EndedStatute {
	return { title, rule, since, instead }
}
