/** What the trail says was done; the key is the audit kind, which is the event's name. */
export const events = {
	matter: {
		opened: '新建审查事项',
		edited: '填写事项内容',
		submitted: '签署送审',
		returned: '退回',
		accepted: '受理',
		withdrawn: '撤回事项',
	},
	version: {
		uploaded: '上传稿件',
	},
	waiver: {
		requested: '请求保留看不见的字符',
		granted: '准许保留看不见的字符',
		declined: '不准保留看不见的字符',
	},
	submission: {
		prepared: '提交负责人签署',
		declined: '退回经办人',
	},
	supplement: {
		requested: '要求补正',
		submitted: '报送补正',
	},
	scope: {
		excluded: '认定不属审查范围',
	},
	reviewer: {
		assigned: '分办承办审查人',
	},
	counsel: {
		assigned: '指派法律顾问',
	},
	'counsel-opinion': {
		signed: '签署法律意见',
	},
	'counsel-hold': {
		disposed: '处理法律顾问不合法意见',
	},
	opinion: {
		saved: '保存审查意见稿',
		'sent-for-signature': '送复核签发',
		checked: '复核意见',
		'sent-back': '退回承办人',
		signed: '签发审查意见',
		revoked: '撤销审查意见',
	},
	reply: {
		saved: '答复审查意见',
	},
	revision: {
		submitted: '报送修改稿',
	},
	clearance: {
		reissued: '重新签发通过确认',
		issued: '出具合法性审查通过确认',
		voided: '通过确认失效',
		consumed: '通过确认已用',
		expired: '通过确认过期',
	},
	texts: {
		compared: '比对两份文本',
	},
	document: {
		registered: '登记入库',
		repealed: '登记废止',
		'registration-withdrawn': '撤销登记',
	},
	match: {
		corrected: '改正条文对应关系',
	},
	recheck: {
		proposed: '提交复核结论',
		signed: '签发复核结论',
		refused: '不同意复核结论',
		failed: '复核未通过',
	},
	round: {
		opened: '进入新一轮审查',
	},
	agenda: {
		proposed: '申报议题',
		'listing-requested': '列入议程',
		listed: '列入议程',
		delisted: '移出议程',
		blocked: '议题停止上会',
		notified: '通知议题',
		removed: '移出议题库',
		edited: '调整议程',
	},
	file: {
		classified: '拒收带密级标志的文件',
		downloaded: '下载文件',
	},
	outcome: {
		recorded: '记录议定结果',
		noted: '登记会议情况',
	},
	attendance: {
		recorded: '登记出席情况',
	},
	meeting: {
		created: '新建会议',
		fixed: '锁定议程',
		'urgent-approved': '批准紧急议题',
		held: '会议召开',
		closed: '办结会议',
		cancelled: '取消会议',
	},
	session: {
		opened: '登录',
		ended: '退出登录',
	},
	password: {
		set: '设置密码',
	},
	installation: {
		opened: '启用系统',
	},
	organisation: {
		edited: '维护机构',
		imported: '导入机构和人员',
	},
	account: {
		created: '新建人员账号',
		disabled: '停用账号',
		'link-issued': '发出设置密码链接',
	},
	grant: {
		requested: '提出授权',
		confirmed: '确认授权',
		declined: '不同意授权',
		ended: '结束授权',
	},
	audit: {
		verified: '校验审计日志',
	},
	gate: {
		'wall-fired': '数据库拦截',
	},
} as const
