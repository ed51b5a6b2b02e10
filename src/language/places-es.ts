import type { Palette, Setting } from "../domain/storyboard.ts";
import type { Lexicon } from "./lexicon.ts";

/** Spanish words that name or imply a setting. */
export const SETTINGS_ES: Lexicon<Setting> = {
  ocean: `océano oceano mar mares ola playa costa costera costero orilla isla bahía mar_adentro | golfo puerto muelle laguna arrecife coral marea surf surfista
    velero vela navegar marinero marino marina barco barca buque nave yate ferry canoa kayak submarino ancla faro capitán pirata ballena delfín tiburón pez peces
    pescado pesca pescador foca tortuga pulpo calamar medusa cangrejo langosta camarón gamba gaviota pelícano pingüino alga plancton tsunami atlántico pacífico
    ártico antártico caribe mediterráneo submarina bucear buceo buzo acuático sirena nadar natación agua sal viaje río lago estanque arroyo estuario fiordo
    delta iceberg inundación acuario ostra perla salada náufrago travesía`,
  mountains: `montaña monte pico cima cumbre colina valle acantilado cañón glaciar volcán sierra cordillera aurora_boreal | avalancha alpes alpino andes himalaya everest fuji volcánico lava
    magma cráter erupción roca piedra cueva senderismo caminata escalar escalada escalador alpinista sendero esquí esquiar esquiador nieve nevado nevada hielo
    helado invierno ventisca meseta altura altitud águila cóndor cabra llama alpaca cabaña cascada desfiladero terremoto geología mina mineral
    castillo fortaleza dragón prado pasto oveja vaca granja campo campos pueblo aldea viento molino horizonte cielo nube clima arcoíris tormenta trueno
    relámpago rayo tornado globo avión volar vuelo pastor`,
  city: `ciudad urbano urbana calle avenida edificio rascacielos | carretera autopista tráfico torre centro apartamento oficina puente metro tren ferrocarril
    estación autobús taxi coche carro auto camión vehículo bicicleta motocicleta moto aeropuerto tienda mercado restaurante cafetería café panadería pan
    panadero cocina cocinero comida pizza hotel museo teatro cine concierto escenario música jazz banda piano guitarra violín tambor saxofón trompeta orquesta
    club bar biblioteca escuela universidad estudiante alumno maestro maestra profesor aula hospital médico doctora enfermera banco dinero negocio empresa
    emprendedor fábrica industria trabajador trabajo economía finanzas bolsa criptomoneda bitcoin ordenador computadora internet software código programador
    datos digital tecnología robot máquina inteligencia_artificial teléfono móvil televisión radio noticia multitud gente fiesta boda estadio fútbol
    baloncesto tenis béisbol ajedrez juego deporte gimnasio moda arte artista pintura pintor galería iglesia catedral palacio rey reina emperador imperio romano
    roma parís londres tokio madrid barcelona sevilla buenos_aires bogotá lima santiago berlín moscú pekín gobierno presidente parlamento ley policía
    bombero política democracia revolución guerra soldado ejército historia antiguo civilización neón electricidad eléctrico motor lámpara ventana casa
    hogar habitación puerta libro reloj periódico plaza tango flamenco mercadotecnia cliente`,
  space: `espacio espacial planeta galaxia universo cosmos cósmico vía_láctea nebulosa | estrella luna lunar sol solar estrella_fugaz órbita cometa asteroide meteoro meteorito nebulosa
    supernova agujero_negro astronauta cosmonauta cohete satélite telescopio astronomía astrónomo nasa marte venus júpiter saturno neptuno urano mercurio
    plutón tierra vía_láctea constelación eclipse extraterrestre alienígena ovni lanzamiento gravedad relatividad cuántica cuántico física físico átomo
    partícula electrón fotón infinito singularidad ciencia científico científica energía radiación`,
  forest: `cuatro_estaciones estaciones_del_año bosque selva jungla árbol arboleda | roble pino abeto arce abedul sauce bambú hoja rama raíz musgo helecho seta hongo champiñón planta flor rosa tulipán
    margarita lirio orquídea girasol jardín jardinero jardinera parque hierba césped arbusto semilla fruta fruto manzana baya verdura huerto huerta viñedo vino té
    pájaro ave búho gorrión loro abeja miel colmena mariposa insecto hormiga escarabajo araña mariquita libélula luciérnaga rana sapo caracol gusano
    ciervo venado zorro zorra lobo oso conejo liebre ardilla erizo castor mapache jabalí alce panda mono gorila tigre leopardo jaguar perezoso perro perra
    cachorro gato gata gatito caballo unicornio hada elfo duende bruja mago fauna animal naturaleza natural salvaje verde ecosistema ecología biodiversidad
    fotosíntesis polen polinización primavera otoño acampar campamento hoguera carpa picnic dinosaurio amazonas amazonia pantano lluvia abuela abuelo
    familia niño niña bebé amor corazón vida paz amigo amiga salud cuerpo sueño gen célula evolución bacteria`,
  desert: `desierto arena duna sahara sáhara gobi atacama oasis sabana | camello dromedario cactus caravana nómada beduino pirámide egipto egipcio faraón
    esfinge nilo momia arabia árabe persia mesopotamia babilonia marruecos arizona árido seco sequía calor caluroso espejismo escorpión serpiente
    lagarto buitre coyote safari áfrica africano león leona elefante jirafa cebra rinoceronte hipopótamo guepardo hiena antílope gacela avestruz
    canguro australia méxico mexicano vaquero arqueología arqueólogo fósil tumba ruina templo`,
};

/** Spanish words that name or imply a light. */
export const PALETTES_ES: Lexicon<Palette> = {
  dawn: `amanecer alba aurora salida_del_sol sol_naciente madrugada mañana primera_luz |  temprano despertar despierta nacer nace nacimiento comienzo comienza empezar empieza inicio principio gallo
    primavera florecer esperanza nuevo nueva bruma niebla rocío desayuno café fresco fresca primero primera joven bebé semilla origen`,
  day: `mediodía soleado soleada pleno_día de_día a_plena_luz | sol brillante verano azul claro luz cálido playa jugar trabajo escuela mercado verde almuerzo tarde cielo abeja flor pan fútbol
    niño niña jardín feliz vacaciones`,
  sunset: `atardecer ocaso crepúsculo anochecer puesta_de_sol puesta_del_sol caída_del_sol caída_de_la_tarde sol_poniente hora_dorada | puesta dorado dorada oro naranja rojo roja otoño fin final termina despedida adiós fuego llama lava
    romance romántico amor vino cena viejo vieja recuerdo memoria historia imperio antiguo horizonte`,
  night: `noche nocturno nocturna medianoche luces_de_la_ciudad luz_de_la_luna luz_de_luna aurora_boreal estrellado estrellada | oscuro oscura oscuridad luna estrella espacio galaxia universo cosmos astronauta cohete
    telescopio planeta cometa agujero_negro neón lámpara vela sueño dormir búho lechuza murciélago fantasma misterio secreto sombra luciérnaga jazz eclipse
    faro profundo abismo órbita nebulosa hoguera vampiro teatro cine`,
};
