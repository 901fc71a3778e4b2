/** The users of the app in the screenshots, with names in scripts from all over the world. */

export interface Person {
  uid: string;
  name: string;
  role?: "moderator" | "support";
  tags?: string[];
  statusMessage?: string;
  metadata?: Record<string, unknown>;
}

const free = { plan: "free" };
const gold = { plan: "gold", seats: 5 };

/** The sample users of `parleyd dev`, which have avatars. Roles and tags are added. */
export const samples: Person[] = [
  { uid: "cometchat-uid-1", name: "Andrew Joseph", tags: ["beta"] },
  { uid: "cometchat-uid-2", name: "George Alan", role: "support", tags: ["staff"] },
  { uid: "cometchat-uid-3", name: "Nancy Grace", tags: ["vip"], metadata: gold },
  { uid: "cometchat-uid-4", name: "Susan Marie" },
  { uid: "cometchat-uid-5", name: "John Paul", role: "moderator", tags: ["staff", "lagos"] },
];

/** Users who have been in the app for months. They are imported. */
export const members: Person[] = [
  { uid: "amara-okafor", name: "Amara Okafor", role: "moderator", tags: ["staff", "lagos"] },
  { uid: "lukas-mueller", name: "Lukas Müller", role: "support", tags: ["staff", "berlin"] },
  { uid: "sofia-garcia", name: "Sofía García Fernández", role: "moderator", tags: ["staff"] },
  { uid: "priya-raman", name: "Priya Raman", role: "support", tags: ["staff"] },
  { uid: "wang-xiaoming", name: "王小明", tags: ["beta"], metadata: gold },
  { uid: "sato-hanako", name: "佐藤 花子", tags: ["beta", "vip"], metadata: gold },
  { uid: "kim-minjun", name: "김민준", metadata: free },
  { uid: "fatima-alzahra", name: "فاطمة الزهراء", tags: ["vip"], metadata: gold },
  { uid: "yosef-cohen", name: "יוסף כהן", metadata: free },
  { uid: "olena-shevchenko", name: "Олена Шевченко", tags: ["beta"] },
  { uid: "dimitris-papadopoulos", name: "Δημήτρης Παπαδόπουλος" },
  { uid: "ananya-sharma", name: "अनन्या शर्मा", tags: ["vip", "beta"], metadata: gold },
  { uid: "nguyen-thi-mai", name: "Nguyễn Thị Mai", metadata: free },
  { uid: "jose-silva", name: "José da Silva", tags: ["beta"] },
  { uid: "zofia-wisniewska", name: "Zofia Wiśniewska" },
  { uid: "bjorn-hakansson", name: "Björn Håkansson", statusMessage: "In the archipelago" },
  { uid: "aylin-yilmaz", name: "Aylin Yılmaz", tags: ["vip"], metadata: gold },
  { uid: "somchai-jaidee", name: "สมชาย ใจดี" },
  { uid: "chloe-lefevre", name: "Chloé Lefèvre", statusMessage: "Au bureau jusqu’à 18 h" },
  { uid: "kwame-mensah", name: "Kwame Mensah", tags: ["beta"] },
  { uid: "isabella-rossi", name: "Isabella Rossi", metadata: free },
  { uid: "ahmed-hassan", name: "أحمد حسن" },
  { uid: "ivan-petrov", name: "Иван Петров", metadata: free },
  { uid: "tanaka-kenji", name: "田中 健二", tags: ["tokyo"] },
  { uid: "li-na", name: "李娜", tags: ["beta", "shanghai"] },
  { uid: "mateo-quispe", name: "Mateo Quispe Mamani" },
  { uid: "siobhan-oneill", name: "Siobhán O’Neill", tags: ["vip"], metadata: gold },
  { uid: "aroha-ngata", name: "Aroha Ngata", statusMessage: "Kia ora" },
  { uid: "mohammad-rahimi", name: "محمد رحیمی" },
  { uid: "eszter-nagy", name: "Nagy Eszter", metadata: free },
  { uid: "petr-novak", name: "Petr Novák" },
  { uid: "nino-beridze", name: "ნინო ბერიძე", tags: ["beta"] },
  { uid: "ani-hakobyan", name: "Անի Հակոբյան" },
  { uid: "arjun-patel", name: "Arjun Patel", tags: ["beta"], metadata: gold },
  { uid: "thandiwe-dlamini", name: "Thandiwe Dlamini" },
  { uid: "leilani-kahananui", name: "Leilani Kahananui", statusMessage: "Aloha" },
  { uid: "ingrid-solberg", name: "Ingrid Solberg", tags: ["oslo"] },
  { uid: "rahul-banerjee", name: "রাহুল ব্যানার্জী" },
  {
    uid: "maria-do-carmo",
    name: "Maria do Carmo Albuquerque de Vasconcelos e Sousa",
    tags: ["beta", "lisbon", "newsletter", "early-bird", "translator"],
    metadata: { plan: "gold", seats: 12, invoices: { city: "Lisboa", every: "month" } },
  },
  { uid: "bo", name: "Bo", metadata: free },
];

/** Users who sign up one after another during the month that is shown. */
export const newcomers: Person[] = [
  { uid: "noah-williams", name: "Noah Williams", metadata: free },
  { uid: "mei-ling-tan", name: "Tan Mei Ling", tags: ["beta"] },
  { uid: "elif-demir", name: "Elif Demir" },
  { uid: "oskar-virtanen", name: "Oskar Virtanen" },
  { uid: "camila-torres", name: "Camila Torres", metadata: free },
  { uid: "hiroshi-ito", name: "伊藤 博" },
  { uid: "zainab-khan", name: "زینب خان", tags: ["vip"] },
  { uid: "emma-de-vries", name: "Emma de Vries", metadata: gold },
  { uid: "andrei-popescu", name: "Andrei Popescu" },
  { uid: "lucia-fernandez", name: "Lucía Fernández" },
  { uid: "park-jiwoo", name: "박지우", tags: ["beta"] },
  { uid: "tomas-horvat", name: "Tomáš Horvát" },
  { uid: "grace-wanjiru", name: "Grace Wanjirũ", tags: ["nairobi"] },
  { uid: "freya-jensen", name: "Freya Jensen", tags: ["beta", "copenhagen"] },
  { uid: "chen-yuting", name: "陳雨婷" },
];
