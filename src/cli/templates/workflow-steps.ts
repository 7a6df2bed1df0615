/** Steps that several workflows begin with; actions are pinned by commit, with their version beside it. */

const CHECKOUT = `      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
`;

const NODE = `      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: "22"
          cache: npm
`;

const TERRAFORM = `      - uses: hashicorp/setup-terraform@dfe3c3f87815947d99a8997f908cb6525fc44e9e # v4.0.1
        with:
          terraform_version: "1.11.4"
          terraform_wrapper: false
`;

const INSTALL = "      - run: npm ci\n";

/** The project, installed from its lock file. */
export const INSTALLED = `${CHECKOUT}${NODE}${INSTALL}`;

/** The same, with Terraform beside it. */
export const INSTALLED_WITH_TERRAFORM = `${CHECKOUT}${NODE}${TERRAFORM}${INSTALL}`;

/** Signs in to Azure as the identity of the job's GitHub environment, by federation. */
export const SIGN_IN = `      - uses: azure/login@f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca # v3.0.1
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
`;
