-- title: The rule tables, which a user may edit
-- Directions and aliases of metrics are AMLB's and scikit-learn's. An unknown metric is refused, never
-- guessed: add it here. `neg_` before a known name means the same metric with its sign turned. Where
-- several would do, the one with the lowest id is shown.

INSERT INTO metrics (id, name, title, direction, best, worst, types, aliases) VALUES
  (1, 'f1',      'weighted F1',              'higher', 1, 0,    'classification',
   'f1_score f1_weighted'),
  (2, 'auc',     'area under the ROC curve', 'higher', 1, 0,    'classification',
   'roc_auc auroc auc_ovr'),
  (3, 'logloss', 'log-loss',                 'lower',  0, NULL, 'classification', 'log_loss'),
  (4, 'acc',     'accuracy',                 'higher', 1, 0,    'classification', 'accuracy'),
  (5, 'balacc',  'balanced accuracy',        'higher', 1, 0,    'classification',
   'balanced_accuracy bacc'),
  (6, 'mse',     'mean squared error',       'lower',  0, NULL, 'regression timeseries',
   'mean_squared_error'),
  (7, 'r2',      'R squared',                'higher', 1, NULL, 'regression timeseries', 'r2_score'),
  (8, 'rmse',    'root mean squared error',  'lower',  0, NULL, 'regression timeseries',
   'root_mean_squared_error'),
  (9, 'mae',     'mean absolute error',      'lower',  0, NULL, 'regression timeseries',
   'mean_absolute_error');

-- The first rule, by position, whose pattern the message is LIKE gives a failed run its class.
CREATE TABLE failure_rules (
  position INTEGER PRIMARY KEY,
  pattern  TEXT NOT NULL UNIQUE,             -- LIKE: % stands for any text, letters of any case
  class    TEXT NOT NULL
           CHECK (class IN ('timeout', 'memory', 'data', 'framework', 'infrastructure',
                            'interrupted', 'unknown'))
) STRICT;

INSERT INTO failure_rules (position, pattern, class) VALUES
  ( 10, '%timeout%',                                  'timeout'),
  ( 20, '%timed out%',                                'timeout'),
  ( 30, '%time limit%',                               'timeout'),
  ( 40, '%interrupted after running for%',            'timeout'),
  ( 50, '%in the requested time%',                    'timeout'),
  ( 60, '%memoryerror%',                              'memory'),
  ( 70, '%out of memory%',                            'memory'),
  ( 80, '%cannot allocate memory%',                   'memory'),
  ( 90, '%unable to allocate%',                       'memory'),
  (100, '%outofmemory%',                              'memory'),
  (110, '%std::bad_alloc%',                           'memory'),
  (120, '%std::badalloc%',                            'memory'),
  (130, '%killed%oom%',                               'memory'),
  (140, '%no space left on device%',                  'infrastructure'),
  (150, '%aborting instance%',                        'infrastructure'),
  (160, '%no cpu activity%',                          'infrastructure'),
  (170, '%connection%refused%',                       'infrastructure'),
  (180, '%connection%reset%',                         'infrastructure'),
  (190, '%could not connect%',                        'infrastructure'),
  (200, '%endpoint%',                                 'infrastructure'),
  (210, '%spot%interrupt%',                           'interrupted'),
  (220, '%keyboardinterrupt%',                        'interrupted'),
  (230, '%sigterm%',                                  'interrupted'),
  (240, '%contains new labels%',                      'data'),
  (250, '%previously unseen labels%',                 'data'),
  (260, '%could not convert string to float%',        'data'),
  (270, '%input contains nan%',                       'data'),
  (280, '%least populated class%',                    'data'),
  (290, '%pos_label%',                                'data'),
  (300, '%pipeline has not yet been optimized%',      'framework'),
  (310, '%missing predictions%',                      'framework'),
  (320, '%predict%',                                  'framework'),
  (330, '%no result%',                                'unknown'),
  (340, '%error%',                                    'framework'),
  (350, '%exception%',                                'framework');
