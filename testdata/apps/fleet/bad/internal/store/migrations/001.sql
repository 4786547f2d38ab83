create table if not exists positions (vehicle text, at text);
create table if not exists jobs (id bigserial, what text);
