/** Words that PostgreSQL, DuckDB, MySQL, MariaDB or Oracle keep for themselves: no name of a table, unless in quotation marks. */
export const reservedWords: ReadonlySet<string> = /* @__PURE__ */ new Set(
  `
    access accessible add all alter analyse analyze and anti any array as asc asensitive asof asymmetric at
    audit authorization before between bigint binary blob both by call cascade case cast change char
    character check cluster collate collation column column_value comment compress concurrently condition
    connect constraint continue convert create cross cube cume_dist current current_catalog current_date
    current_role current_schema current_time current_timestamp current_user cursor database databases date
    day_hour day_microsecond day_minute day_second dec decimal declare default deferrable delayed delete
    delete_domain_id dense_rank desc describe deterministic distinct distinctrow div do do_domain_ids double
    drop dual each else elseif empty enclosed end escaped except exclusive exists exit explain false fetch
    file first_value float float4 float8 for force foreign freeze from full fulltext function generated get
    glob grant group grouping groups having high_priority hour_microsecond hour_minute hour_second
    identified if ignore ignore_domain_ids ilike immediate in increment index infile initial initially inner
    inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids
    io_before_gtids is isnull iterate join json_table key keys kill lag lambda last_value lateral lead
    leading leave left level like limit linear lines load localtime localtimestamp lock long longblob
    longtext loop low_priority manual master_bind master_demote_to_replica master_demote_to_slave
    master_ssl_verify_server_cert match maxextents maxvalue mediumblob mediumint mediumtext middleint minus
    minute_microsecond minute_second mlslabel mod mode modifies modify natural nested_table_id
    no_write_to_binlog noaudit nocompress not notnull nowait nth_value ntile null number numeric of offline
    offset on online only optimize optimizer_costs option optionally or order out outer outfile over
    overlaps page_checksum parallel parse_vcol_expr partition pctfree percent_rank pivot pivot_longer
    pivot_wider placing portion positional precision primary prior procedure public purge qualify range rank
    raw read read_write reads real recursive ref_system_id references regexp release rename repeat replace
    require resignal resource restrict return returning revoke right rlike row row_number rowid rownum rows
    schema schemas second_microsecond select semi sensitive separator session session_user set share show
    signal similar size smallint some spatial specific sql sql_big_result sql_calc_found_rows
    sql_small_result sqlexception sqlstate sqlwarning ssl start starting stats_auto_recalc stats_persistent
    stats_sample_pages stored straight_join successful summarize symmetric synonym sysdate system
    system_user table tablesample terminated then tinyblob tinyint tinytext to trailing trigger true uid
    undo union unique unlock unpack unpivot unsigned update usage use user using utc_date utc_time
    utc_timestamp validate values varbinary varchar varchar2 varcharacter variadic varying verbose view
    virtual when whenever where while window with write xor year_month zerofill
  `
    .trim()
    .split(/\s+/u),
);
