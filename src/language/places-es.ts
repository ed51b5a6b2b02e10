import type { Palette, Setting } from "../domain/storyboard.ts";
import type { Lexicon } from "./lexicon.ts";

/** Spanish words that name or imply a place. */
export const PLACES_ES: Lexicon<Setting> = {
  ocean: `océano oceano mar mares ola playa costa costera costero orilla isla bahía mar_adentro faro farero | golfo puerto muelle marea surf surfista velero
    navegar marinero marino marina barco barca buque nave yate ferry ancla capitán pirata pescado pesca pescador foca tortuga camarón
    gamba gaviota pelícano tsunami atlántico pacífico antártico caribe mediterráneo acuático nadar natación agua sal viaje fiordo perla
    salada náufrago travesía ballena delfín orca`,
  mountains: `montaña monte pico cima cumbre colina valle acantilado cañón glaciar volcán sierra cordillera | alpes alpino andes himalaya everest fuji
    volcánico lava magma cráter erupción roca piedra cueva senderismo caminata escalar escalada escalador alpinista sendero meseta altura
    altitud águila cóndor llama alpaca cabaña desfiladero terremoto geología mina mineral castillo fortaleza dragón campos pueblo viento
    horizonte cielo nube clima tornado globo avión volar vuelo`,
  city: `campo_de_fútbol campo_de_batalla ciudad urbano urbana calle avenida edificio rascacielos | carretera autopista tráfico torre centro apartamento metro tren ferrocarril
    estación autobús taxi coche carro auto camión vehículo bicicleta motocicleta moto aeropuerto tienda mercado panadero comida pizza hotel
    teatro cine concierto escenario música jazz banda tambor saxofón trompeta orquesta club bar escuela universidad estudiante alumno
    maestro maestra profesor hospital médico doctora enfermera banco dinero negocio empresa emprendedor fábrica industria trabajador trabajo
    bolsa ordenador computadora tecnología robot máquina teléfono móvil televisión radio noticia multitud gente fiesta boda estadio fútbol
    baloncesto tenis béisbol juego deporte gimnasio moda arte artista pintor galería iglesia catedral palacio rey reina emperador imperio
    romano roma parís londres tokio madrid barcelona sevilla buenos_aires bogotá lima santiago berlín moscú pekín gobierno presidente
    parlamento ley policía bombero política revolución guerra soldado ejército historia antiguo civilización neón electricidad eléctrico
    motor periódico plaza tango flamenco cliente`,
  space: `espacio espacial planeta galaxia universo cosmos cósmico vía_láctea nebulosa | estrella luna lunar sol solar órbita asteroide meteoro
    meteorito supernova agujero_negro astronauta cosmonauta cohete satélite nasa marte venus júpiter saturno neptuno urano mercurio plutón
    tierra extraterrestre alienígena ovni lanzamiento gravedad relatividad física físico átomo partícula electrón fotón singularidad ciencia
    científico científica radiación`,
  forest: `cuatro_estaciones estaciones_del_año bosque selva jungla árbol arboleda | roble pino abeto arce abedul sauce bambú hoja rama raíz musgo
    helecho seta hongo champiñón planta flor rosa tulipán lirio orquídea jardín jardinero jardinera parque césped arbusto semilla fruta
    fruto manzana baya verdura vino pájaro ave gorrión loro abeja miel colmena mariposa insecto hormiga escarabajo araña mariquita caracol
    gusano ciervo venado zorro zorra lobo oso conejo liebre ardilla erizo mapache jabalí alce panda mono gorila tigre leopardo jaguar
    perezoso perro perra cachorro gato gata gatito unicornio hada elfo duende bruja mago fauna animal naturaleza natural salvaje verde
    ecosistema ecología biodiversidad fotosíntesis polen polinización primavera otoño acampar campamento carpa dinosaurio amazonia pantano
    abuelo familia niño niña amor corazón vida paz amigo amiga salud cuerpo sueño gen célula evolución bacteria`,
  desert: `desierto arena duna sahara sáhara gobi atacama oasis sabana | camello dromedario cactus caravana nómada beduino pirámide egipto egipcio
    faraón esfinge momia arabia árabe persia mesopotamia babilonia marruecos arizona árido seco sequía calor caluroso espejismo escorpión
    serpiente lagarto buitre coyote safari áfrica africano león leona elefante jirafa cebra rinoceronte hipopótamo guepardo hiena antílope
    gacela avestruz canguro australia méxico mexicano vaquero arqueología arqueólogo fósil tumba ruina templo`,
  winter: `invierno nieve nevado nevada nevar ventisca paisaje_nevado | copo copos muñeco_de_nieve hielo helado escarcha congelado frío esquí
    esquiar esquiador trineo patinaje patinar navidad papá_noel reno ártico antártida polar iglú iceberg avalancha bufanda guante pingüino
    carámbano polo_norte polo_sur tundra diciembre enero febrero oso_polar invernal`,
  field: `campo prado pradera granja pasto estepa finca | granjero agricultor agricultura trigo cebada maíz cosecha cultivo heno granero tractor
    arado vaca ganado oveja cordero cabra caballo yegua poni gallo gallina cerdo girasol amapola lavanda molino espantapájaros margarita
    aldea rural rancho hierba viñedo huerto huerta pastor toro buey burro llanura arrozal maizal trigal trébol cometa_de_papel picnic`,
  rain: `lluvia lluvioso llover llueve aguacero llovizna chaparrón monzón | tormenta gota_de_lluvia paraguas charco trueno relámpago rayo mojado
    impermeable arcoíris arco_iris inundación granizo empapado tempestad`,
  underwater: `submarino submarina bajo_el_agua fondo_del_mar fondo_marino arrecife arrecife_de_coral profundidades | coral buceo bucear buzo pez peces
    pulpo calamar medusa caballito_de_mar tiburón raya mantarraya anémona alga plancton naufragio acuario abismo
    estrella_de_mar tortuga_marina sirena langosta almeja ostra atún anguila erizo_de_mar cangrejo `,
  "night-sky": `| cielo_nocturno cielo_estrellado noche_estrellada aurora_boreal estrella_fugaz estrellas_fugaces constelación lluvia_de_estrellas
    luna_llena luz_de_luna osa_mayor luciérnaga hoguera telescopio zodiaco eclipse cometa astronomía astrónomo observatorio nana búho
    lechuza murciélago`,
  river: `río arroyo riachuelo cascada catarata lago | estanque laguna ribera canal rápidos estuario delta cisne pato nutria castor garza rana
    sapo salmón trucha canoa kayak remar amazonas nilo danubio rin támesis misisipi caña_de_pescar presa manantial agua_dulce cocodrilo
    libélula junco nenúfar góndola puente`,
  room: `habitación cuarto dormitorio cocina salón sala_de_estar aula baño biblioteca interior | hogar casa sofá sillón silla mesa escritorio
    lámpara cama almohada manta chimenea ventana puerta libro estantería vela piano guitarra violín ajedrez cocinar cocinero receta hornear
    horno pan pastel galleta café té tetera taza desayuno cena comedor estudio oficina reunión portátil mueble alfombra cortina reloj espejo
    panadería cafetería restaurante leer lectura estudiar deberes coser tejer juguete bebé abuela desván sótano taller laboratorio pintura
    escultura museo dormir`,
  abstract: `campo_magnético campo_gravitatorio abstracto abstracta geometría geométrico matemática matemáticas algoritmo dato datos información idea concepto filosofía | número
    ecuación lógica teoría álgebra cálculo estadística probabilidad fractal patrón forma círculo triángulo código programación software
    programador internet red digital inteligencia_artificial aprendizaje_automático blockchain criptomoneda bitcoin cuántico cuántica
    conciencia mente pensamiento pensar psicología motivación éxito innovación creatividad comunicación economía finanzas marketing
    mercadotecnia estrategia productividad liderazgo justicia verdad emoción color sonido energía entropía democracia idioma lengua
    gramática ética infinito dimensión frecuencia`,
};

/** Spanish words that name or imply a light. */
export const LIGHTS_ES: Lexicon<Palette> = {
  dawn: `amanecer alba aurora salida_del_sol sol_naciente madrugada mañana primera_luz | temprano despertar despierta nacer nace nacimiento
    comienzo comienza empezar empieza inicio principio gallo primavera florecer esperanza nuevo nueva rocío desayuno café fresco fresca
    primero primera joven bebé semilla origen`,
  day: `mediodía soleado soleada pleno_día de_día a_plena_luz | sol brillante verano azul claro luz cálido playa jugar trabajo escuela mercado
    verde almuerzo tarde cielo abeja flor pan fútbol niño niña jardín feliz vacaciones`,
  sunset: `atardecer ocaso crepúsculo anochecer puesta_de_sol puesta_del_sol caída_del_sol caída_de_la_tarde sol_poniente hora_dorada | puesta
    dorado dorada oro naranja rojo roja fin final termina despedida adiós fuego llama lava romance romántico amor vino cena viejo vieja
    recuerdo memoria historia imperio antiguo horizonte`,
  night: `noche nocturno nocturna medianoche luces_de_la_ciudad luz_de_la_luna luz_de_luna aurora_boreal estrellado estrellada | oscuro oscura
    oscuridad luna estrella espacio galaxia universo cosmos astronauta cohete telescopio planeta cometa agujero_negro neón lámpara vela
    sueño dormir búho lechuza murciélago fantasma misterio secreto sombra luciérnaga jazz eclipse faro profundo abismo órbita nebulosa
    hoguera vampiro teatro cine`,
  misty: `niebla bruma neblina brumoso nebuloso | nublado misterioso`,
  autumn: `otoño otoñal hojas_secas hojarasca | octubre noviembre septiembre cosecha calabaza vendimia bellota castaña`,
};
