/**
 * Spanish for the command list: other words that clerks type for an act (`also`), pages without a key, and honest
 * answers for what the desk does not do or does elsewhere.
 */
import type { COMMANDS as EN } from '../../en/screen/commands.ts'

export const COMMANDS: typeof EN = {
  also: {
    line: `préstamo, préstamos, prestar, salida, checkout, circulación, inicio, sin conexión, fuera de línea`,
    'check-in': `devolución, devoluciones, devolver, entrada, retorno, retornar, checkin, recibir, descargo`,
    modes: `modificadores, opciones de devolución, opciones de préstamo, modos`,
    'used-here': `uso interno, uso en biblioteca, consulta en sala, préstamo en sala, uso local`,
    'find-title': `catálogo, opac, título, autor, isbn, materia, buscar, buscar libro, buscar título, libros,
      disponibilidad, búsqueda avanzada, registro bibliográfico`,
    'find-person': `usuario, usuarios, socio, socios, lector, lectores, cliente, buscar socio, buscar lector,
      credencial, carnet, carné, tarjeta, teléfono, fecha de nacimiento`,
    item: `artículo, ejemplar, ejemplares, material, estado, estado del artículo, ubicación, código de barras, copia`,
    account: `multa, multas, cargos, adeudo, adeudos, deuda, deudas, saldo, cuenta del usuario, ficha, préstamos
      actuales, familia, tutor, bloqueos, cuotas`,
    drawer: `cajón, caja, caja registradora, abrir caja, fondo, arqueo, contar caja, informe z, informe x,
      depósito, depósitos, abrir sin venta`,
    'close-drawer': `cerrar caja, cierre de caja, cierre, corte, corte de caja, fin del día, cuadrar la caja`,
    pay: `pagar, pago, pagos, cobrar, cobro, pagar multa, efectivo, cheque, tarjeta de crédito, vender, venta,
      donación`,
    waive: `condonación, condonar multa, perdonar, perdonar multa, quitar multa, exonerar, cancelar multa`,
    tasks: `reclamos, reclamaciones, lista de reclamos, buscar en estante, revisar estante`,
    explain: `por qué, explicar, razón, motivo, autorización, autorizar, supervisor`,
    outage: `caída del sistema, sistema caído, apagón, sin sistema, falla`,
    recent: `recientes, últimos usuarios`,
    hold: `reserva, reservas, reservar, apartar, apartado, apartados, solicitud, solicitar, pedido`,
    'pull-list': `lista de reservas, lista para buscar, por traer, solicitudes, surtir, reservas pendientes`,
    'hold-shelf': `apartados listos, listos para recoger, por recoger, reservas listas, reservas vencidas`,
    transits: `tránsito, transferencia, transferencias, traslado, traslados, envío, envíos, mensajería, enviar`,
    cart: `carrito, carro, acomodar, intercalar, ordenar carro`,
    shelf: `leer estante, lectura de estantes, fuera de lugar, mal acomodado, lista de estante`,
    'last-patron': `último usuario, socio anterior`,
    'renew-all': `renovar, renovación, renovaciones, prórroga, extender`,
    'paper-now': `recibo, comprobante, ticket, imprimir recibo`,
    'receipt-so-far': `recibo de préstamos`,
    reprint: `último recibo, copia del recibo, reimprimir recibo, volver a imprimir`,
    'finish-quiet': `finalizar, terminar, listo, cerrar usuario, sin recibo`,
    commands: `comandos`,
    undo: `anular, revertir, equivocación, error`,
    settings: `preferencias, opciones, configuración, tema, oscuro, modo oscuro, claro, alto contraste, colores, letra,
      tamaño de letra, sonido, sonidos, volumen, idioma, inglés, accesibilidad`,
    help: `ayuda, ?, manual, guía, tutorial, documentación, capacitación, práctica`,
    keys: `atajos, teclado, atajos de teclado, cómo`,
    supervisor: `informe del día, tablero, autorizaciones, condonaciones`,
    'work-log': `bitácora, registro, historial, actividad, movimientos, transacciones, quién hizo qué`,
    policy: `reglamento, políticas, política, reglas de circulación, administración, parámetros`,
    'data-in': `importar, cargar, migrar, migración, subir, cargar datos`,
    staff: `empleados, bibliotecarios, operadores, pin, cambiar pin, contraseña, cambiar contraseña, mi cuenta, gafete`,
    'this-desk': `respaldo, respaldar, copia de seguridad, restaurar, restaurar respaldo, estación de trabajo, sucursal,
      sede, reloj, clave de recuperación, diario, exportar diario, versión, acerca de`,
    lock: `bloquear, bloquear mostrador, pausa, descanso`,
    training: `modo de práctica, simulador, impresora simulada, escáner simulado, tira de papel, códigos de barras`,
    'sign-out': `salir, cerrar, terminar sesión, desconectarse, cambiar de usuario, cambiar de operador`,
  },
  pages: {
    'cash-desk': {
      label: 'Control de cajas',
      does: 'Sobrantes y faltantes, lo cobrado, cada empleado junto a los demás, bolsas sin depositar',
      also: `sobrantes y faltantes, auditoría, auditor`,
    },
    places: {
      label: 'Caja fuerte y fondo de cambio',
      does: 'Contar la caja fuerte o el fondo de cambio, y ver cuándo se contó cada uno',
      also: `contar la caja fuerte, caja fuerte, bóveda, contar el fondo de cambio`,
    },
    devices: {
      label: 'Dispositivos',
      does: 'Los escáneres de este mostrador: encontrar uno, probarlo, ver qué le pasa',
      also: `escáner, escáneres, lector de códigos, hardware, equipo, usb, puerto serie,
        el escáner no funciona`,
    },
    jobs: {
      label: 'Impresiones',
      does: 'Lo que espera a una impresora: cancelarlo, imprimirlo de nuevo, enviarlo a otra',
      also: `cola de impresión, trabajos de impresión, cancelar impresión, no imprime`,
    },
    overdue: {
      label: 'Informe de atrasos',
      does: 'Cuántos artículos están atrasados, por antigüedad, y qué usuarios tienen más atraso',
      also: `atraso, atrasos, atrasados, vencidos, vencimientos, morosos, retrasos, informe, informes, reporte,
        reportes,
        estadísticas`,
    },
    news: {
      label: 'Novedades de este mostrador',
      does: 'Copias de seguridad, importaciones y cambios de personal desde su última sesión',
      also: `novedades, avisos del mostrador, qué pasó`,
    },
    privacy: {
      label: 'Confidencialidad',
      does: 'El usuario abierto: divulgaciones, quién consultó la cuenta, exportar y borrar',
      also: `privacidad, divulgar, orden judicial, policía, borrar usuario, eliminar usuario,
        exportar datos del usuario`,
    },
    'patron-new': {
      label: 'Usuario nuevo',
      does: 'Inscribir a un usuario y darle una tarjeta',
      also: `registrar, inscribir, inscripción, nuevo usuario, nuevo socio, alta, alta de usuario, tarjeta nueva`,
    },
    'card-lists': {
      label: 'Seguimiento de tarjetas',
      does: 'Tarjetas que vencen, direcciones por confirmar, usuarios que cumplen 18, inscripciones por revisar',
      also: `tarjetas por vencer, vencidas, cumplen 18, mayoría de edad, confirmar dirección,
        correo devuelto, inscripciones pendientes, lista de trabajo`,
    },
    'privacy-log': {
      label: 'Registro de privacidad',
      does: 'Quién consultó qué cuentas y qué se divulgó',
      also: `quién miró, accesos`,
    },
    'items-made': {
      label: 'Registros breves',
      does: 'Registros breves hechos en este mostrador, por catalogar',
      also: `registro breve, registro rápido, catalogación rápida, registro temporal, provisional`,
    },
    roles: {
      label: 'Funciones',
      does: 'Qué permite cada función',
      also: `función, rol, roles, permiso, permisos, derechos, accesos del personal`,
    },
    inventory: {
      label: 'Inventario',
      does: 'Escanee un estante: cada artículo se marca como visto',
      also: `inventariar, recuento, existencias`,
    },
    'rule-changes': {
      label: 'Cambios de reglas',
      does: 'Qué se cambió en las reglas, cuándo y quién',
      also: `historial de reglas`,
    },
  },
  rules_of: (title) => `Reglas: ${title}`,
  rules_does: 'Las reglas de la biblioteca',
  tables: {
    loan_rule: `período de préstamo, plazo, plazos, días de préstamo, duración, renovaciones permitidas`,
    fixed_date: `fecha fija, fin de cursos, fin de semestre`,
    fine_rule: `tarifa de multas, multa diaria, multa por día, multa máxima, días de gracia, gracia`,
    lost_rule: `costo de reposición, cargo por trámite`,
    limit_rule: `límite, límites, máximo de préstamos, límite de adeudo, tope`,
    limit_group: `grupos de límites`,
    rental_rule: `renta, alquiler, cuota de alquiler`,
    fee_rule: `tarifas, cargos y tarifas, tipos de cargo`,
    patron_category: `categorías, categoría de usuario, tipos de usuario, tipo de socio`,
    item_type: `tipos de material, tipo de material, tipos de ítem`,
    shelf_sign: `plano, mapa de estantes, pasillos, ubicaciones`,
    cash_drawer: `cajas, cajas registradoras, cajones`,
    product: `productos, catálogo de ventas, lista de precios, mercancía`,
    cash_reason: `motivos de caja, motivos de reembolso, motivos de anulación, caja chica`,
    variance_tier: `sobrantes, faltantes, diferencias de caja, tolerancia`,
    in_kind_tender: `comida por multas, donativos, trabajo, voluntariado, lectura, en especie`,
    residency_rule: `residencia, residentes, códigos postales, calles, distritos`,
    card_rule: `reglas de tarjetas, tipos de tarjeta, cuota de no residentes, recíprocos`,
    field_rule: `campos de inscripción, campos obligatorios, formulario de usuario`,
    proof_kind: `comprobantes, identificación, comprobante de domicilio, documentos`,
    card_range: `números de tarjeta, rango de códigos de barras`,
    float_piece: `fondo de caja, efectivo inicial, fondo de cambio`,
    fine_free_day: `días sin multa, amnistía general`,
  },
  areas: {
    cash: `redondeo, denominaciones, reglas de caja`,
    'whose-rule': `qué sucursal`,
    renewing: `reglas de renovación, reglas de bloqueo`,
    holds: `reglas de reservas`,
    claims: `reglas de reclamos`,
    'check-in': `reglas de devolución`,
    'other-libraries': `códigos propios, prefijo`,
    shelving: `reglas de estantes`,
    papers: `plantillas de recibos, texto del recibo, pie del recibo`,
    privacy: `reglas de privacidad, conservación de datos`,
    undoing: `reglas de deshacer, tiempo para deshacer`,
    'signing-in': `reglas de inicio de sesión, reglas de pin`,
  },
  elsewhere: {
    pay: {
      says: '{key:drawer} muestra la caja y sus recibos.',
      also: `reembolso, reembolsos, devolver dinero`,
    },
    'add-charge': {
      says: 'Con el usuario abierto: {key:account}, luego P agrega un cargo.',
      also: `agregar cargo, cobrar daño, cargo manual, nueva multa`,
    },
    card: {
      says: 'Con el usuario abierto: {key:account}, luego Más. O escanee la tarjeta nueva mientras está abierto.',
      also: `renovar tarjeta, renovar credencial, reponer tarjeta, tarjeta perdida, editar usuario, cambiar dirección,
        dirección`,
    },
    note: {
      says: 'Con el usuario abierto: {key:account}, luego N escribe una nota, un mensaje o un bloqueo.',
      also: `nota, notas, mensaje, mensajes, agregar nota, bloquear usuario, bloqueo, restricción, suspender usuario`,
    },
    claim: {
      says: 'Con el usuario abierto: {key:account}, ↓ hasta el artículo, luego C. {key:tasks} muestra los reclamos.',
      also: `reclamo, dice que devolvió, reclamado como devuelto, reclamo de devolución`,
    },
    lost: {
      says: 'Con el usuario abierto: {key:account}, ↓ hasta el artículo, luego L.',
      also: `perdido, perdidos, extraviado, marcar perdido, libro perdido, declarar perdido`,
    },
    due: {
      says: 'Con el usuario abierto: {key:account}, ↓ hasta el artículo, luego D.',
      also: `fecha de vencimiento, fecha de devolución, cambiar fecha, vencimiento`,
    },
    'hold-change': {
      says:
        'Con el usuario abierto: {key:account}, ↓ hasta la reserva. X cancela, S suspende, P cambia la sucursal para ' +
        'recoger.',
      also: `cancelar reserva, suspender reserva, cambiar sucursal de entrega`,
    },
    statement: {
      says: 'Con el usuario abierto: {key:account}, luego S imprime un estado de cuenta.',
      also: `estado de cuenta, imprimir cuenta, lista de préstamos`,
    },
    'receipt-preference': {
      says: 'Con el usuario abierto: {key:account}, luego T cambia cómo recibe los recibos.',
      also: `recibo por correo, preferencias de recibos, sin papel, letra grande`,
    },
    history: {
      says: 'No se guarda historial de lectura. {key:account} muestra lo que está prestado ahora.',
      also: `historial de lectura, historial de préstamos, historial del usuario`,
    },
    damaged: {
      says: 'Escanee el artículo; luego C cobra el daño y M lo marca.',
      also: `dañado, daño, daños, maltratado, partes faltantes, marcar dañado`,
    },
    mark: {
      says: 'Escanee el artículo; luego M lo marca como extraviado, dañado o descartado.',
      also: `faltante, extravío, descarte, descartar, expurgo, baja, dar de baja, reparación, marcar faltante`,
    },
    recall: {
      says: 'Escanee el artículo; luego B lo reclama.',
      also: `reclamar ejemplar, pedir devolución, devolución anticipada`,
    },
    ill: {
      says: 'Escanee el artículo; luego E: la biblioteca que lo prestó y la fecha en que vence.',
      also: `préstamo interbibliotecario, pib, otra biblioteca`,
    },
    backdate: {
      says: 'En una devolución: D fecha atrás, A no cobra multas, H ignora las reservas.',
      also: `fecha anterior, fecha efectiva, amnistía, sin multas, omitir reservas`,
    },
    'book-drop': {
      says: '{key:check-in}, y otra vez {key:check-in} = buzón: se devuelven con fecha del último cierre.',
      also: `buzón, buzón de devoluciones, buzón nocturno`,
    },
    catalog: {
      says: 'Se cataloga en su sistema de biblioteca. Los registros breves hechos aquí se listan para eso.',
      also: `catalogar, catalogación, marc, nuevo registro, nuevo ejemplar, autoridades`,
    },
    calendar: {
      says:
        'El horario y los días de cierre vienen en los archivos de la biblioteca. Cámbielos ahí e importe otra vez ' +
        'la carpeta.',
      also: `feriado, feriados, festivos, días festivos, días inhábiles, calendario, horario, días de cierre`,
    },
    notices: {
      says: 'Los avisos se envían desde su sistema de biblioteca. El informe de atrasos muestra quién tiene atrasos.',
      also: `avisos, aviso, notificaciones, recordatorios, cartas, mensaje de texto, correo`,
    },
    other: {
      says: 'Este mostrador no hace eso: use su sistema de biblioteca. {key:find-title} busca en el catálogo.',
      also: `adquisiciones, compras, publicaciones periódicas, pedidos a proveedores, listas, etiquetas, bibliografías`,
    },
  },
}
