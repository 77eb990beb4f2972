"""Records that come as tables instead of lines of JSON: Parquet, and the OMOP common data model."""
