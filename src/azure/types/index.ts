import { ai } from "./ai";
import { analytics } from "./analytics";
import { apiManagement } from "./api-management";
import { appConfiguration } from "./app-configuration";
import { appService } from "./app-service";
import { authorization } from "./authorization";
import { automation } from "./automation";
import { backup } from "./backup";
import { batch } from "./batch";
import { bots } from "./bots";
import { communication } from "./communication";
import { compute } from "./compute";
import { containerApps } from "./container-apps";
import { containers } from "./containers";
import { cosmos } from "./cosmos";
import { costManagement } from "./cost-management";
import { dashboards } from "./dashboards";
import { dataFactory } from "./data-factory";
import { databaseMigration } from "./database-migration";
import { desktops } from "./desktops";
import { disks } from "./disks";
import { dns } from "./dns";
import { eventGrid } from "./event-grid";
import { eventHubs } from "./event-hubs";
import { fileSystems } from "./file-systems";
import { frontDoor } from "./front-door";
import { governance } from "./governance";
import { healthcare } from "./healthcare";
import { hybrid } from "./hybrid";
import { iot } from "./iot";
import { keyVault } from "./key-vault";
import { loadBalancer } from "./load-balancer";
import { logAnalytics } from "./log-analytics";
import { logicApps } from "./logic-apps";
import { machineLearning } from "./machine-learning";
import { monitor } from "./monitor";
import { mssql } from "./mssql";
import { mysql } from "./mysql";
import { netapp } from "./netapp";
import { applicationGateway } from "./network/application-gateway";
import { endpoints } from "./network/endpoints";
import { firewall } from "./network/firewall";
import { network } from "./network/network";
import { networkManager } from "./network/network-manager";
import { perimeter } from "./network/perimeter";
import { vpnGateway } from "./network/vpn-gateway";
import { wan } from "./network/wan";
import { networkWatch } from "./network-watch";
import { notifications } from "./notifications";
import { oracle } from "./oracle";
import { paloAlto } from "./palo-alto";
import { postgresql } from "./postgresql";
import { recoveryServices } from "./recovery-services";
import { redis } from "./redis";
import { securityCenter } from "./security-center";
import { sentinel } from "./sentinel";
import { serviceBus } from "./service-bus";
import { springCloud } from "./spring-cloud";
import { storage } from "./storage";
import { streamAnalytics } from "./stream-analytics";
import { synapse } from "./synapse";
import { templates } from "./templates";

/** Every service, a file each. */
export const SERVICES = {
  ai,
  analytics,
  apiManagement,
  appConfiguration,
  appService,
  applicationGateway,
  authorization,
  automation,
  backup,
  batch,
  bots,
  communication,
  compute,
  containerApps,
  containers,
  cosmos,
  costManagement,
  dashboards,
  dataFactory,
  databaseMigration,
  desktops,
  disks,
  dns,
  endpoints,
  eventGrid,
  eventHubs,
  fileSystems,
  firewall,
  frontDoor,
  governance,
  healthcare,
  hybrid,
  iot,
  keyVault,
  loadBalancer,
  logAnalytics,
  logicApps,
  machineLearning,
  monitor,
  mssql,
  mysql,
  netapp,
  network,
  networkManager,
  networkWatch,
  notifications,
  oracle,
  paloAlto,
  perimeter,
  postgresql,
  recoveryServices,
  redis,
  securityCenter,
  sentinel,
  serviceBus,
  springCloud,
  storage,
  streamAnalytics,
  synapse,
  templates,
  vpnGateway,
  wan,
};
