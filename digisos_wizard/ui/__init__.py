"""The window: shell, pages and the parts they are made of. The only place with Qt."""
