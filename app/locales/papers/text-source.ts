/** Where a fixed text comes from. */
export type TextSource =
	/** 公文格式与通行文书 (GB/T 9704-2012). */
	| 'form'
	/** 《重大行政决策程序暂行条例》（国务院令第713号）. */
	| 'decree-713'
	/** 《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》. */
	| 'organic-law'
	/** 国办发〔2018〕37号、115号. */
	| 'circulars'
	/** 《中华人民共和国突发事件应对法》. */
	| 'emergency-law'
	/** 《公平竞争审查条例》（国务院令第783号）. */
	| 'fair-competition'
	/** 《规章制定程序条例》（国务院令第695号修订）. */
	| 'rules-procedure'
	/** What the product itself computes and states. */
	| 'product'
