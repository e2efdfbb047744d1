/** Names as a shop of many countries has them: the first of each list are borne by a great many people. */
export const given = words(`
  María José Mohammed Anna Luis Sofía Michael Julia Jean Fatima Thomas Laura David Nguyễn Sarah Jürgen Zoë Andrzej
  Chloé Björn İpek Siân Étienne Łukasz Käthe João Anaïs Søren Ágnes Renée Noël Inês Jörg Márton Øyvind Ştefan Hélène
  Emma Noah Olivia Liam Mia Lucas Lena Elias Clara Paul Marie Felix Nora Jonas Ida Oscar Alma Hugo Greta Leo Frida
  Karl Elena Marco Giulia Paolo Chiara Piotr Agnieszka Krzysztof Zofia Pavel Tereza Dmitri Olga Олена Тарас Дмитро
  Ирина Γιώργος Ελένη 美咲 蓮 陽菜 민준 서연 伟 芳 أحمد ليلى דוד נועה Priya Arjun Aoife Callum Maeve Fergus Deshawn
  Winona Mehmet Ayşe Chidi Amina Kwame Zainab Tiago Beatriz Rodrigo Camila Mateus Larissa Henrique Yara`)

export const family = words(`
  García Müller Smith Silva Nguyen Martin Rossi Johnson Kowalski Schmidt Fernández Brown Santos Wagner Dubois Yılmaz
  Weber Jones Lopez Patel Novák Andersson Hansen Ferreira Bernard Schneider Williams González Hoffmann Costa Lefèvre
  Nowak Becker Gonçalves Davis Moreau Fischer Rodríguez Bianchi Olsen Köhler Martínez Wilson Roux Koch Taylor Sánchez
  Horváth Richter Ivanov Kaya Laurent Klein Moore Pérez Wolf Jensen Anderson Schröder Lee Björk Neumann Girard White
  Schwarz Torres Zimmermann Mercier Clark Braun Ramírez Krüger Blanc Walker Hofmann Flores Hartmann Guérin Young Lange
  Rivera Werner Faure Schmitt Scott Krause Díaz Meier Rousseau Green Lehmann Cruz Baker Maier Morales Huber Reyes
  Mayer Gutiérrez Herrmann Ortiz König Lindqvist Walter Ramos Østergård Schulze Romero Fuchs Kaiser Lang Ruiz Weiß
  Álvarez Peters Mendoza Scholz Jung Vargas Möller Castillo Hahn Keller Vogel Friedrich Günther Berger Winkler Roth
  Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martens Schumacher Krämer Vogt Stein
  Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel
  Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Коваленко Шевченко Παπαδόπουλος 佐藤 鈴木 김 이 王 李 حسن
  כהן O'Neill Ng`)

/** Of these is made what only a few are called. */
export const syllables = {
  first: words(
    'Bra Kel Mor Tav Hol Wes Lin Dra Fen Gol Har Jes Kov Lam Mer Nor Ost Per Quar Ros Stei Tor Ulm Ver Wal Zim Bel Cor Dun Eber',
  ),
  middle: words(
    'den lin mar to ri ven sel ga no ber li za ke mo ra fel du ni wa so tha le pi cho gra bo vi ste hu ja',
  ),
  last: words(
    'berg son ski dorf feld mann stein ton ville ez ić ova escu quist holm wick ley heim auer ström',
  ),
}

export const towns = words(
  'Berlin Köln München Görlitz Lübeck London Leeds Cardiff Austin Chicago Portland Paris Nîmes Besançon Kraków Łódź São_Paulo Curitiba Malmö Göteborg Lviv Osaka Seoul Madrid Málaga Torino Bergen Gent Graz Brno',
).map((town) => town.replace('_', ' '))

export const countries = words(
  'DE DE DE DE DE GB GB GB US US US FR FR FR PL PL BR BR SE SE UA JP KR ES ES IT NO BE AT CZ',
)

export const streets = words(
  'Lindenallee Hauptstraße Goethestraße Rosenweg Mühlgasse Kirchplatz Hochstraße Bergstraße Gartenweg Ringstraße',
)

export const mailHosts = words('mail post inbox kunden home office').map((host) => `${host}.example`)

/** Country code and what begins a number there. */
export const dialling = words(
  '+4930 +4989 +4940 +4420 +4412 +1512 +1312 +331 +334 +4822 +5511 +468 +8133 +349 +3902',
)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
