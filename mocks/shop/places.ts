/** Where the invented shop's customers live, and how people are called there. Telephone numbers only from ranges kept for fiction. */
export type Place = {
  country: string
  currency: string
  locale: string
  timeZone: string
  /** Native form and, where it differs, the Latin one that stands in the e-mail address. */
  given: readonly (string | readonly [string, string])[]
  family: readonly (string | readonly [string, string])[]
  familyFirst?: boolean
  towns: readonly (readonly [city: string, postalCode: string, region?: string])[]
  streets: readonly string[]
  numberFirst?: boolean
  phone?: (n: number) => string
  weight: number
}

const four = (n: number) => String(n % 10_000).padStart(4, '0')
const three = (n: number) => String(n % 1000).padStart(3, '0')
const two = (n: number) => String(n % 100).padStart(2, '0')

export const places: readonly Place[] = [
  {
    country: 'DE',
    currency: 'EUR',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    weight: 24,
    given: ['Leonie', 'Jürgen', 'Käthe', 'Mehmet', 'Anneliese', 'Björn', 'Sabine', 'Uwe', 'Marlene', 'Timo'],
    family: [
      'Köhler',
      'Müller',
      'Straßner',
      'Yılmaz',
      'von der Heide',
      'Groß',
      'Schäfer',
      'Nowak',
      'Hübner',
      'Lange',
    ],
    towns: [
      ['Berlin', '10115'],
      ['Köln', '50667'],
      ['München', '80331'],
      ['Görlitz', '02826'],
      ['Lübeck', '23552'],
    ],
    streets: ['Lindenallee', 'Hauptstraße', 'Am Alten Markt', 'Goethestraße', 'Rosenweg'],
    phone: (n) => `+493023125${three(n)}`,
  },
  {
    country: 'GB',
    currency: 'GBP',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    weight: 16,
    given: ['Siân', 'Oliver', 'Aoife', 'Priya', 'George', 'Zainab', 'Fergus', 'Harriet', 'Callum', 'Maeve'],
    family: [
      "O'Neill",
      'Smith-Jones',
      'MacDonald',
      'Patel',
      'Brontë',
      'Okonkwo',
      'Llewellyn',
      'Whitfield',
      'Ng',
      'Carter',
    ],
    towns: [
      ['London', 'SW1A 1AA'],
      ['Cardiff', 'CF10 1EP'],
      ['Edinburgh', 'EH1 1YZ'],
      ['Leeds', 'LS1 4DY'],
    ],
    streets: ['High Street', 'Church Lane', 'Station Road', 'Mill Close'],
    numberFirst: true,
    phone: (n) => `+44207946${four(n % 1000)}`,
  },
  {
    country: 'US',
    currency: 'USD',
    locale: 'en-US',
    timeZone: 'America/Chicago',
    weight: 18,
    given: [
      'Jacqueline',
      'Deshawn',
      'María José',
      'Ethan',
      'Nguyễn',
      'Beth-Anne',
      'Carlos',
      'Winona',
      'Grace',
      'Tyrone',
    ],
    family: [
      'Washington',
      'de la Cruz',
      'Peltier',
      'Kowalczyk',
      'Begay',
      'St. James',
      'Ramirez',
      'Lee',
      'Haddad',
      'Brown',
    ],
    towns: [
      ['Austin', '78701', 'US-TX'],
      ['Chicago', '60601', 'US-IL'],
      ['Portland', '97201', 'US-OR'],
      ['Albany', '12207', 'US-NY'],
    ],
    streets: ['Maple Street', '5th Avenue', 'Old County Road', 'Lakeview Drive'],
    numberFirst: true,
    phone: (n) => `+1512555${four(100 + (n % 100))}`,
  },
  {
    country: 'FR',
    currency: 'EUR',
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    weight: 10,
    given: ['Chloé', 'Étienne', 'Anaïs', 'Jean-Baptiste', 'Océane', 'Mohamed', 'Gaëlle', 'François'],
    family: ['Lefèvre', 'Dubois', 'de Saint-Exupère', 'Benali', 'Noël', 'Garçon', 'Roux', 'Hervé'],
    towns: [
      ['Paris', '75011'],
      ['Nîmes', '30000'],
      ['Besançon', '25000'],
      ['Fontenay-le-Comte', '85200'],
    ],
    streets: ['rue de la République', 'avenue des Tilleuls', 'quai Voltaire', 'place du Marché'],
    numberFirst: true,
    phone: (n) => `+331990012${two(n)}`,
  },
  {
    country: 'PL',
    currency: 'PLN',
    locale: 'pl-PL',
    timeZone: 'Europe/Warsaw',
    weight: 6,
    given: ['Łukasz', 'Małgorzata', 'Święcisław', 'Żaneta', 'Paweł', 'Agnieszka'],
    family: ['Wójcik', 'Błaszczyk', 'Dąbrowska-Źdźbło', 'Kowalski', 'Śliwa', 'Nowak'],
    towns: [
      ['Łódź', '90-001'],
      ['Kraków', '30-001'],
      ['Wrocław', '50-001'],
    ],
    streets: ['ul. Piotrkowska', 'ul. Długa', 'al. Niepodległości'],
  },
  {
    country: 'BR',
    currency: 'BRL',
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    weight: 5,
    given: ['Luísa', 'João Pedro', 'Conceição', 'Thiago', 'Fernanda', 'Antônio'],
    family: ['Gonçalves', 'da Silva', 'Araújo', 'Brandão', 'dos Santos', 'Muñoz'],
    towns: [
      ['São José dos Campos', '12227-000', 'BR-SP'],
      ['Brasília', '70040-010', 'BR-DF'],
      ['Belém', '66010-000', 'BR-PA'],
    ],
    streets: ['Avenida Ipiranga', 'Rua das Laranjeiras', 'Travessa do Sol'],
  },
  {
    country: 'SE',
    currency: 'SEK',
    locale: 'sv-SE',
    timeZone: 'Europe/Stockholm',
    weight: 5,
    given: ['Åsa', 'Björn', 'Östen', 'Maja', 'Elin', 'Gunnar'],
    family: ['Ångström', 'Lindqvist', 'Öberg', 'Ekström', 'Svensson', 'Häggkvist'],
    towns: [
      ['Göteborg', '411 03'],
      ['Malmö', '211 22'],
      ['Umeå', '903 26'],
    ],
    streets: ['Storgatan', 'Kungsvägen', 'Ringvägen'],
    phone: (n) => `+46313900${three(600 + (n % 100))}`,
  },
  {
    country: 'GR',
    currency: 'EUR',
    locale: 'el-GR',
    timeZone: 'Europe/Athens',
    weight: 3,
    given: [
      ['Ελένη', 'eleni'],
      ['Γιώργος', 'giorgos'],
      ['Αικατερίνη', 'aikaterini'],
      ['Νίκος', 'nikos'],
    ],
    family: [
      ['Παπαδοπούλου', 'papadopoulou'],
      ['Αγγελόπουλος', 'angelopoulos'],
      ['Καζαντζή', 'kazantzi'],
    ],
    towns: [
      ['Αθήνα', '105 57'],
      ['Θεσσαλονίκη', '546 24'],
      ['Ηράκλειο', '712 02'],
    ],
    streets: ['Ερμού', 'Πανεπιστημίου', 'Λεωφόρος Νίκης'],
  },
  {
    country: 'UA',
    currency: 'UAH',
    locale: 'uk-UA',
    timeZone: 'Europe/Kyiv',
    weight: 3,
    given: [
      ['Олена', 'olena'],
      ['Тарас', 'taras'],
      ['Юлія', 'yuliia'],
      ["В'ячеслав", 'viacheslav'],
    ],
    family: [
      ['Шевчук', 'shevchuk'],
      ['Коваленко', 'kovalenko'],
      ['Їжакевич', 'yizhakevych'],
      ['Ґалаґан', 'galagan'],
    ],
    towns: [
      ['Київ', '01001'],
      ['Львів', '79000'],
      ['Одеса', '65000'],
    ],
    streets: ['вул. Хрещатик', 'вул. Франка', 'просп. Свободи'],
  },
  {
    country: 'JP',
    currency: 'JPY',
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    weight: 4,
    familyFirst: true,
    given: [
      ['陽子', 'yoko'],
      ['健太', 'kenta'],
      ['さくら', 'sakura'],
      ['翔', 'sho'],
    ],
    family: [
      ['佐藤', 'sato'],
      ['鈴木', 'suzuki'],
      ['渡邉', 'watanabe'],
      ['小笠原', 'ogasawara'],
    ],
    towns: [
      ['千代田区', '100-0001', 'JP-13'],
      ['京都市', '600-8001', 'JP-26'],
      ['札幌市', '060-0001', 'JP-01'],
    ],
    streets: ['丸の内', '中央', '本町'],
  },
  {
    country: 'KR',
    currency: 'KRW',
    locale: 'ko-KR',
    timeZone: 'Asia/Seoul',
    weight: 2,
    familyFirst: true,
    given: [
      ['민준', 'minjun'],
      ['서연', 'seoyeon'],
      ['지우', 'jiwoo'],
    ],
    family: [
      ['김', 'kim'],
      ['이', 'lee'],
      ['남궁', 'namgung'],
    ],
    towns: [
      ['서울특별시', '04524'],
      ['부산광역시', '48058'],
    ],
    streets: ['세종대로', '해운대로'],
  },
  {
    country: 'AE',
    currency: 'AED',
    locale: 'ar-AE',
    timeZone: 'Asia/Dubai',
    weight: 2,
    given: [
      ['ليلى', 'layla'],
      ['محمد', 'mohammed'],
      ['عبد الرحمن', 'abdulrahman'],
      ['نور', 'noor'],
    ],
    family: [
      ['الهاشمي', 'alhashimi'],
      ['بن سعيد', 'binsaeed'],
      ['المنصوري', 'almansoori'],
    ],
    towns: [
      ['دبي', '00000'],
      ['أبوظبي', '00000'],
    ],
    streets: ['شارع الشيخ زايد', 'شارع الكورنيش'],
  },
  {
    country: 'IL',
    currency: 'ILS',
    locale: 'he-IL',
    timeZone: 'Asia/Jerusalem',
    weight: 2,
    given: [
      ['נועה', 'noa'],
      ['איתי', 'itai'],
      ['תמר', 'tamar'],
    ],
    family: [
      ['כהן', 'cohen'],
      ['אברהמי', 'avrahami'],
      ['בן-דוד', 'bendavid'],
    ],
    towns: [
      ['תל אביב', '6100000'],
      ['חיפה', '3100000'],
    ],
    streets: ['רחוב הרצל', 'שדרות רוטשילד'],
  },
]
