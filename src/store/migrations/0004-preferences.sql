-- What people have chosen on the pages, in JSON: of how the pages are (scope 'pages') and of the server's settings (scope 'server').
CREATE TABLE preferences (
  scope TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (scope, name)
) WITHOUT ROWID;
